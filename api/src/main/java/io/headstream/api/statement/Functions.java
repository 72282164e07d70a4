package io.headstream.api.statement;

import java.util.Set;

/** Cypher's own functions by how much they may do, in lower case. What is on no list may do anything. */
final class Functions {
    /** They look at a value, or at all of it once, and make nothing larger of it; or the database keeps account of what they make. */
    static final Set<String> CONSTANT = Set.of(words(
            "abs acos asin atan atan2 ceil cos cosh cot coth degrees e exp floor haversin isnan log log10 pi radians rand"
                    + " round sign sin sinh sqrt tan tanh"
                    + " avg collect count max min percentilecont percentiledisc stdev stdevp sum"
                    + " char_length character_length coalesce elementid endnode head id isempty last length nullif properties"
                    + " randomuuid size startnode timestamp toboolean tobooleanornull tofloat tofloatornull tointeger"
                    + " tointegerornull type valuetype keys labels nodes relationships exists"
                    + " btrim left lower ltrim right rtrim substring tolower tostring tostringornull toupper trim upper"
                    + " date datetime localdatetime localtime time duration point distance"
                    + " date.transaction date.statement date.realtime date.truncate datetime.transaction datetime.statement"
                    + " datetime.realtime datetime.truncate datetime.fromepoch datetime.fromepochmillis"
                    + " localdatetime.transaction localdatetime.statement localdatetime.realtime localdatetime.truncate"
                    + " localtime.transaction localtime.statement localtime.realtime localtime.truncate"
                    + " time.transaction time.statement time.realtime time.truncate"
                    + " duration.between duration.inmonths duration.indays duration.inseconds"
                    + " point.distance point.withinbbox vector.similarity.cosine vector.similarity.euclidean"));

    /** They make a new list or text as long as the one that is given. */
    static final Set<String> LINEAR =
            Set.of(words("reverse tail split tobooleanlist tofloatlist tointegerlist tostringlist"));

    /** What they give is as long as what is given. */
    static final Set<String> AS_LONG_AS_GIVEN = Set.of(words(
            "reverse tail split tobooleanlist tofloatlist tointegerlist tostringlist coalesce replace left right substring"
                    + " tolower lower toupper upper trim ltrim rtrim btrim"));

    private Functions() {}

    private static String[] words(String names) {
        return names.split(" ");
    }
}
