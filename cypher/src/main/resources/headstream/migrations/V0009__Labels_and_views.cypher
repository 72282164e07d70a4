// What people call components, and the views that they save: each found by what it is of.
CREATE CONSTRAINT component_label IF NOT EXISTS FOR (n:ComponentLabel) REQUIRE (n.model, n.component) IS UNIQUE;
CREATE CONSTRAINT saved_view IF NOT EXISTS FOR (n:SavedView) REQUIRE (n.pass, n.name) IS UNIQUE;
CREATE INDEX saved_view_pass IF NOT EXISTS FOR (n:SavedView) ON (n.pass);
