// Made by `npm run types`: change what it is made of, not this.

export interface paths {
  '/api/circuits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The circuits that were found, the newest first
     * @description A circuit is found by a job: POST /api/jobs with `circuit`.
     */
    get: operations['listCircuits'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/circuits/{circuit}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A circuit with its nodes and edges */
    get: operations['getCircuit'];
    put?: never;
    post?: never;
    /** Removes a circuit */
    delete: operations['deleteCircuit'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/circuits/{circuit}/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A circuit as a file
     * @description json is what GET /api/circuits/{circuit} answers; graphml is for networkx and Gephi.
     */
    get: operations['exportCircuit'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/compare': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Two traces, or two sets of traces by tag, side by side
     * @description Components at the target position (of an answer of several tokens a row at each), positions aligned by token, attention or predicted tokens: left, right and right minus left of every figure; over sets mean, spread and count. What a side has not stored is absent, never 0.
     */
    get: operations['compare'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/completions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Completes a parameter from what there is in the graph
     * @description A token by how its writing begins (docs/tokens.md), with a leading space or without, or by its id, [17]; a trace by words of its prompt, newest first; the others by the beginning of their names.
     */
    get: operations['complete'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/components/{model}/{component}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A head, a neuron or an MLP over the newest 500 traces of its model
     * @description How it attends, what it writes, what its weights say, and the traces where it matters most.
     */
    get: operations['getComponent'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/computed/{trace}/activations/{node}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Any activation of a trace's pass, kept or not, computed anew by the trace's model
     * @description The block that it is in with this one node and its edges, otherwise as getBlock.
     */
    get: operations['getComputedActivation'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/computed/{trace}/blocks/{layer}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * All of a block at one position, kept or not, computed anew by the trace's model
     * @description Its heads with the keys that they read, its strongest neurons, norms and biases, each with its figures and the tokens it writes. Takes a pass the first time; the pass stays open for some minutes. Ends when the caller goes.
     */
    get: operations['getBlock'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/computed/{trace}/scores/{head}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Why a head looks there: one attention score split into what wrote the query and what wrote the key
     * @description Every head, MLP, embedding and bias before the head's layer, with what its part of the query makes with the key, and its part of the key with the query. Each list adds up to the score: norms' scales are those of the pass, and all else on the way is linear. Computed by the trace's model, as getBlock.
     */
    get: operations['getScore'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cypher': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Runs a Cypher statement that reads
     * @description Statements that write, administer, load files or call procedures beyond a short list are refused before they run.
     */
    post: operations['runCypher'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cypher/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The answer of a Cypher statement that reads, as a file
     * @description At most 100,000 rows; where there are more, X-Headstream-Truncated is true.
     */
    post: operations['exportCypher'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cypher/plan': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Shows how the database would run a statement that reads, without running it
     * @description What POST /api/cypher refuses is refused here too; `limit` has no meaning.
     */
    post: operations['planCypher'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Write an exported trace back into the graph
     * @description The body is what `GET /api/traces/{id}/export?format=json` gave; /trace.schema.json is its schema. A model that the graph does not have is made as far as the document tells of it. Labels and views come with it; those that are here already stay as they are, and the answer names them.
     */
    post: operations['importTrace'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The jobs of this server, newest first */
    get: operations['listJobs'];
    put?: never;
    /** Trace one prompt or several, or find a circuit */
    post: operations['submitJob'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A job's state */
    get: operations['getJob'];
    put?: never;
    post?: never;
    /** Cancel a job; what it has not finished writing is never visible */
    delete: operations['cancelJob'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs/{id}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A job's states as they change, until it ends or the server stops */
    get: operations['watchJob'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who has a key, and what they may do */
    get: operations['listKeys'];
    put?: never;
    /** Make a key; the answer alone has its secret */
    post: operations['addKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/keys/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Revoke a key; it and its sessions open nothing from now on */
    delete: operations['revokeKey'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/labels': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What people call components, the newest first */
    get: operations['listLabels'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/labels/{model}/{component}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Calls a component something, instead of what it was called before */
    put: operations['putLabel'];
    post?: never;
    /** Forgets what a component is called */
    delete: operations['deleteLabel'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/models': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The models that can be traced, and those that have been */
    get: operations['listModels'];
    put?: never;
    /**
     * Add a model from a folder, or pull one from the hub; its heads, neurons and tokens are written
     * @description A source is a folder where there is one with a config.json, or one here has that name; otherwise it is an id on the hub.
     */
    post: operations['addModel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/models/{model}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A model by id or name; a name's slash may be written as it is or as %2F */
    get: operations['getModel'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/models/{model}/index': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Read a model's weights into the graph: what each neuron promotes and detects, which heads copy
     * @description Goes on where an earlier one stopped; done at once where all is there.
     */
    post: operations['indexModel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/queries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the named queries with their parameters, columns and statements */
    get: operations['listQueries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/queries/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Asks a named query */
    post: operations['runQuery'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/queries/{name}/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The answer of a named query, as a file
     * @description At most 100,000 rows; where there are more, X-Headstream-Truncated is true.
     */
    post: operations['exportQuery'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is served, and what they may do */
    get: operations['getSession'];
    put?: never;
    /** Exchange a key for a session's cookie */
    post: operations['signIn'];
    /** End the session */
    delete: operations['signOut'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where the database and a Neo4j Browser for it are, as a person's own machine reaches them */
    get: operations['getSettings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/traces': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists traces, newest first */
    get: operations['listTraces'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/traces/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A trace with its prompt and its predictions */
    get: operations['getTrace'];
    put?: never;
    post?: never;
    /** Deletes a trace with all that is its own; weights and tokens stay */
    delete: operations['deleteTrace'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/traces/{id}/activations/{node}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One activation: its figures, the tokens it writes and erases, its parts and its wholes */
    get: operations['getActivation'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/traces/{id}/attention': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whole attention patterns, with scores of how heads behave and their figures by position
     * @description Of all heads, of those of a layer, or of one.
     */
    get: operations['getAttention'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/traces/{id}/attention/thumbnails': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The attention patterns of all heads in one answer, small enough to be drawn side by side */
    get: operations['getAttentionThumbnails'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/traces/{id}/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A trace as a file
     * @description json is what POST /api/import takes, of the schema at /trace.schema.json; graphml is the whole graph; csv and parquet are a zip of nodes, edges and trace; circuit-tracer is the attribution graph of that tool and Neuronpedia.
     */
    get: operations['exportTrace'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/traces/{id}/flow': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The flow graph of a trace
     * @description What reaches the last residual state of the target position over edges of at least the threshold. An edge's share is its part of the residual state it ends in.
     */
    get: operations['getFlow'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/traces/{id}/heads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * All heads of a trace: what they do for the metric and how they attend
     * @description Of every head, whatever is kept of its outputs as nodes.
     */
    get: operations['getHeads'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/traces/{id}/lens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The logit lens of a trace: what every residual state would predict, at all positions
     * @description Of every state at the site, whatever is kept of them as nodes.
     */
    get: operations['getLens'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/traces/{id}/story': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The story of a prediction: the heads and MLPs that matter most, what they read and who moves whom
     * @description Ranked by what setting them to zero did to the metric where all of them were measured, else by their estimated effects, or where the trace has none by direct logit attribution; `measure` says which.
     */
    get: operations['getStory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/traces/{id}/story.svg': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The picture of a story, as the page draws it and saves it as SVG
     * @description As in a panel of `width` and `height` that nobody has touched; where that is too small the picture is larger.
     */
    get: operations['getStoryPicture'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/traces/{id}/sum': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A whole and its parts in order, with what is not stored, so that they add up
     * @description Without a node: the logit (or difference), from the embedding up to the final norm's constant.
     */
    get: operations['getSum'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/views/{trace}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The views that were saved of a trace, by name
     * @description Also those of other traces of the same: model, tokens, position, target and distractor.
     */
    get: operations['listViews'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/views/{trace}/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Saves a view, instead of the one that had the name before */
    put: operations['putView'];
    post?: never;
    /** Forgets a view */
    delete: operations['deleteView'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/browser-files/favourites.cypher': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The named queries, with their parameters set, as one text */
    get: operations['getBrowserFavourites'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/browser-files/favourites.zip': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The named queries as Browser imports favourites: drop the file on its window */
    get: operations['getBrowserFavouritesZip'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/browser-files/guide.html': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The guide, for :guide and :play */
    get: operations['getBrowserGuide'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/browser-files/headstream.grass': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The style sheet: colours by label, names instead of ids */
    get: operations['getBrowserStyle'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Activation: {
      /** Format: double */
      activation?: number;
      /** @example L3H2 */
      component?: string;
      /** @description the statement that gives the same; parameters trace and node */
      cypher: string;
      /**
       * Format: double
       * @description direct logit attribution; at the target position only
       */
      dla?: number;
      /**
       * Format: double
       * @description activation times gradient of the metric
       */
      effect?: number;
      /**
       * Format: double
       * @description of a head's pattern row, in nats
       */
      entropy?: number;
      erases: components['schemas']['TokenScore'][];
      /** @description what a norm makes less probable */
      filters: components['schemas']['TokenShift'][];
      /** Format: int64 */
      head?: number;
      id: components['schemas']['ActivationId'];
      /** Format: int64 */
      index?: number;
      /**
       * Format: double
       * @description how much of the last residual state came through it
       */
      influence?: number;
      inputs: components['schemas']['ActivationLink'][];
      kind: components['schemas']['NodeKind'];
      labels: string[];
      /** Format: int32 */
      layer: number;
      /** @description what a norm makes more probable: before and after */
      lifts: components['schemas']['TokenShift'][];
      /** @example L3H2 */
      name: string;
      /** Format: double */
      norm?: number;
      /** @description what a head's key answers to */
      offers: components['schemas']['TokenScore'][];
      outputs: components['schemas']['ActivationLink'][];
      /** Format: int32 */
      position: number;
      /**
       * Format: double
       * @description share of it that its stored parts leave out
       */
      remainder?: number;
      /** Format: double */
      remainderDla?: number;
      /** @description what a head's query looks for, at the target position */
      seeks: components['schemas']['TokenScore'][];
      /**
       * Format: double
       * @description part of the residual state that it ends in
       */
      share?: number;
      /** @description of a residual state: embed, mid or post; of a norm or a bias, which */
      site?: string;
      /** Format: double */
      strength?: number;
      /** Format: double */
      targetProbability?: number;
      /** Format: int64 */
      targetRank?: number;
      /** @description token at its position */
      text?: string;
      /** @description first token of its vocabulary projection */
      topToken?: string;
      writes: components['schemas']['TokenScore'][];
    };
    /**
     * @example L3P5.H2
     * @example L0P5.embed
     */
    ActivationId: string;
    ActivationLink: {
      /** Format: double */
      dla?: number;
      /** Format: double */
      effect?: number;
      node: components['schemas']['Node'];
      /** Format: double */
      norm?: number;
      /** Format: int64 */
      rank?: number;
      /** Format: double */
      share?: number;
      type: components['schemas']['LinkType'];
      /** @description of AFFECTS, what reads: query, key, value, mlp or logits */
      via?: string;
      /** Format: double */
      weight?: number;
    };
    AlignedToken: {
      /** Format: int32 */
      id: number;
      /** Format: int32 */
      index: number;
      text: string;
    };
    AlignedTokens: {
      left?: components['schemas']['AlignedToken'];
      right?: components['schemas']['AlignedToken'];
      /** @description whether both are there, and the same token */
      same: boolean;
      /** @description whether a target position is among them */
      target: boolean;
    };
    /** @description of two traces a number; as soon as one side is a set, {mean, spread, count} */
    Amount: number | components['schemas']['AmountOfSet'];
    AmountOfSet: {
      /** Format: int64 */
      count: number;
      /** Format: double */
      mean: number;
      /** Format: double */
      spread?: number;
    };
    AnswerToken: {
      /**
       * Format: int32
       * @description what it is compared with
       */
      distractor?: number;
      /** Format: int32 */
      id: number;
      /**
       * Format: double
       * @description in nats
       */
      logProbability: number;
      /** Format: int32 */
      position: number;
      /** Format: int32 */
      rank: number;
      text: string;
    };
    Attention: {
      heads: components['schemas']['Head'][];
      statement: string;
      trace: string;
    };
    AttentionThumbnail: {
      /** @description Base64 of one byte a cell, 0 to 255 for weights of 0 to 1, row by row, of each row (a query) the cells up to the diagonal: size x (size + 1) / 2 bytes */
      cells: string;
      /**
       * Format: int32
       * @description its index within the layer
       */
      head: number;
      /** Format: int32 */
      layer: number;
      /** @example L3H2 */
      name: string;
    };
    AttentionThumbnails: {
      /** @description the statement that gives the patterns whole; parameter trace */
      cypher: string;
      /** @description by layer and index */
      heads: components['schemas']['AttentionThumbnail'][];
      /**
       * Format: int32
       * @description tokens of the prompt: rows and columns of the whole patterns
       */
      positions: number;
      /**
       * Format: int32
       * @description rows and columns of these: of longer prompts each cell stands for several positions, and has the largest of their weights
       */
      size: number;
      /** @description id of the trace */
      trace: string;
    };
    /** @description One turn of a chat */
    ChatMessage: {
      /**
       * @description What is said
       * @example What is the capital of Japan?
       */
      content?: string | null;
      /**
       * @description Who says it: user, assistant or system; what a model knows its template decides
       * @example user
       */
      role?: string | null;
    };
    /** @description A circuit, its metrics means over prompts that it was not found with */
    Circuit: {
      /** @description what goes along cut edges: corrupted, mean or zero */
      ablation: string;
      /**
       * Format: double
       * @description faithfulness of the model without its edges
       */
      complement: number;
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: int32
       * @description how many edges it has
       */
      edges: number;
      /**
       * Format: int32
       * @description how many edges the model has
       */
      edgesOfModel: number;
      /**
       * Format: int64
       * @description ms that the search took
       */
      elapsed: number;
      /**
       * Format: double
       * @description (metricValue - metricEmpty) / (metricFull - metricEmpty)
       */
      faithfulness: number;
      /**
       * Format: double
       * @description the same over the prompts that it was found with
       */
      foundFaithfulness: number;
      /**
       * Format: int32
       * @description prompts that it was found with
       */
      foundWith: number;
      id: string;
      /**
       * Format: double
       * @description mean difference of circuit and model without random halves of it
       */
      incompleteness: number;
      /**
       * Format: int32
       * @description prompts that it is judged by
       */
      judgedBy: number;
      /**
       * Format: double
       * @description the part of the metric that was to be kept
       */
      keep: number;
      /** @description logit_difference or logit */
      metric: string;
      /** Format: double */
      metricEmpty: number;
      /** Format: double */
      metricFull: number;
      /** Format: double */
      metricValue: number;
      /** @description id of the model */
      model: string;
      modelName: string;
      /** @example indirect objects */
      name: string;
      /**
       * Format: int32
       * @description how many nodes its edges join
       */
      nodes: number;
      /** @description faithfulness of random circuits of its size */
      random: number[];
      /**
       * Format: int32
       * @description points of integrated gradients
       */
      steps: number;
      /**
       * Format: int32
       * @description circuits that were tried
       */
      trials: number;
    };
    CircuitEdge: {
      /** @example L3H2 */
      from: string;
      /**
       * Format: double
       * @description what cutting it alone really took from the metric, a mean over traces; absent where no sweep of the circuit's edges measured it
       */
      measured?: number;
      /** Format: int32 */
      rank: number;
      /**
       * Format: double
       * @description by EAP-IG: what cutting it alone would take from the metric, to first order
       */
      score: number;
      /** @example logits */
      to: string;
      /**
       * Format: int32
       * @description how many traces that is a mean of
       */
      traces?: number;
    };
    CircuitNode: {
      /**
       * Format: int32
       * @description of a head, its number
       */
      head?: number;
      /** @description embed, head, mlp or logits */
      kind: string;
      /** Format: int32 */
      layer: number;
      /** @example L3H2 */
      name: string;
    };
    CircuitPrompt: {
      /**
       * @description A prompt of as many tokens that asks for something else. Where absent, the prompt with the target in the place of the distractor's last mention, if it has one
       * @example When Mary and John went to the store, Mary gave a drink to
       */
      corrupted?: string;
      /**
       * @description Where given, the metric is the target's logit minus this token's
       * @example John
       */
      distractor?: string;
      /** @example When Mary and John went to the store, John gave a drink to */
      prompt?: string;
      /** @example Mary */
      target?: string;
    };
    /** @description Finds the smallest set of edges between components that keeps a behaviour (docs/circuits.md) */
    CircuitRequest: {
      /** @description What goes along cut edges: corrupted, what writers make of a corrupted prompt; mean, their mean over the prompts; or zero. Corrupted where each prompt has or can be given a corrupted one, else mean */
      ablation?: string;
      /**
       * Format: int32
       * @description With how many of the prompts, drawn at random, it is found; it is judged by the others. Half of them where nothing is said
       */
      find?: number;
      /**
       * Format: double
       * @description The part of the metric, between that with no edge and that with all, that is kept
       * @default 0.9
       */
      keep?: number;
      /**
       * @description What it is called; a circuit of that name and model is replaced
       * @example indirect objects
       */
      name?: string;
      /** @description Prompts of the behaviour, each with what it asks for */
      prompts?: components['schemas']['CircuitPrompt'][];
      /**
       * Format: int64
       * @description Of what is drawn at random
       * @default 0
       */
      seed?: number;
      /**
       * Format: int32
       * @description Points of integrated gradients, 1 to 64
       * @default 5
       */
      steps?: number;
      /**
       * Format: int32
       * @description How many circuits may be tried while edges are taken out, 0 to 10000
       * @default 100
       */
      trials?: number;
    };
    Circuits: {
      items: components['schemas']['Circuit'][];
    };
    /** @enum {string} */
    ColumnType:
      | 'string'
      | 'integer'
      | 'float'
      | 'boolean'
      | 'list'
      | 'map'
      | 'node'
      | 'relationship'
      | 'path'
      | 'token'
      | 'trace'
      | 'head'
      | 'neuron'
      | 'position';
    /** @enum {string} */
    ComparedBy: 'components' | 'positions' | 'attention' | 'tokens';
    ComparedFigure: {
      /**
       * Format: double
       * @description right minus left; of sets, of the means
       */
      difference?: number;
      /**
       * Format: double
       * @description of sets: Cohen's d, the difference over the pooled standard deviation
       */
      effectSize?: number;
      left?: components['schemas']['Amount'];
      right?: components['schemas']['Amount'];
    };
    /** @enum {string} */
    ComparedKind: 'residual' | 'head' | 'attention' | 'neuron' | 'mlp' | 'bias' | 'token';
    ComparedRow: {
      /**
       * Format: int64
       * @description at the target positions of an answer of several tokens: which of them predicts, from 0
       */
      answerToken?: number;
      /**
       * Format: int64
       * @description of sets: how many positions before the target; of an attention term, its key's
       */
      before?: number;
      /** @description by name; a figure that neither side has stored is left out */
      figures: {
        [key: string]: components['schemas']['ComparedFigure'];
      };
      /** Format: int64 */
      head?: number;
      /** Format: int64 */
      index?: number;
      kind: components['schemas']['ComparedKind'];
      /** Format: int64 */
      layer?: number;
      /**
       * @description of two traces: its id in the left one
       * @example L4P14.H5
       */
      left?: string;
      /**
       * @description component, state or token
       * @example L4H5
       */
      name: string;
      /**
       * Format: int64
       * @description of two traces: the pair of the alignment; of an attention term, its key's
       */
      pair?: number;
      /** @description and in the right one */
      right?: string;
      /** @description of a residual state: embed, mid or post */
      site?: string;
    };
    ComparedSide: {
      /**
       * @description the trace's id, or tag:NAME
       * @example tag:ioi
       */
      name: string;
      /** @description absent of a tag */
      trace?: components['schemas']['ComparedTrace'];
      /**
       * Format: int64
       * @description how many traces it is
       */
      traces: number;
    };
    ComparedTrace: {
      /** @description of an answer of several tokens: their texts */
      answerTokens?: string[];
      detail?: components['schemas']['TraceDetail'];
      distractor?: string;
      id: string;
      /** Format: int64 */
      layers: number;
      metric?: components['schemas']['Metric'];
      /** Format: double */
      metricValue?: number;
      model: string;
      modelName?: string;
      prompt?: string;
      tags: string[];
      target?: string;
      /** Format: int64 */
      targetPosition: number;
      /** @description of an answer of several tokens: where each is predicted; absent of one token */
      targetPositions?: number[];
    };
    Comparison: {
      /** @description of two traces: their tokens, aligned */
      alignment?: components['schemas']['AlignedTokens'][];
      by: components['schemas']['ComparedBy'];
      /** @description the statement that gives the rows */
      cypher: string;
      left: components['schemas']['ComparedSide'];
      /** @description what to know before believing a difference */
      notes: string[];
      /** @description its parameters */
      parameters: {
        [key: string]: unknown;
      };
      /** @description the next tokens: of two traces the 20 most probable of each */
      predictions: components['schemas']['ComparedRow'][];
      right: components['schemas']['ComparedSide'];
      rows: components['schemas']['ComparedRow'][];
      sort?: components['schemas']['FigureName'];
      /** @description whether there are more rows than the limit */
      truncated: boolean;
    };
    Completion: {
      /** @description what tells it from others */
      detail?: string;
      /** @description what a person reads */
      label: string;
      /**
       * @description what the parameter is to be
       * @example " Mary"
       */
      value: string;
    };
    Completions: {
      items: components['schemas']['Completion'][];
    };
    ComponentLabel: {
      /** @description who said so: the name of a key, or an address */
      by: string;
      /** @example L3H2 */
      component: string;
      /** @example sees a name again */
      label: string;
      /** @description id of the component's model */
      model: string;
      /** @description its name, where the graph has it */
      modelName?: string;
      /** @description what else there is to say of it */
      note?: string;
      /** Format: date-time */
      updatedAt: string;
    };
    ComponentLabels: {
      items: components['schemas']['ComponentLabel'][];
    };
    /** @example L3H2 */
    ComponentName: string;
    ComponentOverview: {
      /** @example L3H2 */
      component: string;
      /** @description the statement that gives the places; parameters model, sample, and component or, of an MLP, layer */
      cypher: string;
      /** @description and those that they lower */
      erases: components['schemas']['ComponentToken'][];
      /** @enum {string} */
      kind: 'head' | 'neuron' | 'mlp';
      /** Format: int32 */
      layer: number;
      /** @description id of its model */
      model: string;
      modelName: string;
      /** @description where it matters most, by the size of its effect, else of its DLA */
      places: components['schemas']['ComponentUse'][];
      /** @description of a head: means over those traces of how it attends, by the names that :HeadPattern has for it; a score that no trace can show is absent */
      scores: {
        [key: string]: number;
      };
      /**
       * Format: int32
       * @description traces that it was found in, of the newest of its model
       */
      traces: number;
      /** @description what the weights alone say, once the model's index has read them */
      weights: components['schemas']['ComponentWeights'][];
      /** @description tokens that its outputs at the target positions raise, the most frequent first */
      writes: components['schemas']['ComponentToken'][];
    };
    ComponentToken: {
      /** Format: double */
      meanRank: number;
      token: string;
      /**
       * Format: int32
       * @description in how many traces it is among the first
       */
      traces: number;
    };
    ComponentUse: {
      /**
       * Format: double
       * @description of a neuron: its value
       */
      activation?: number;
      distractor?: string;
      /**
       * Format: double
       * @description of its output at the target position
       */
      dla?: number;
      /**
       * Format: double
       * @description of its outputs at all positions but the first, of a neuron at this one: an estimate
       */
      effect?: number;
      /** @description its id there, whether or not it is kept as a node */
      node: components['schemas']['ActivationId'];
      /**
       * Format: int32
       * @description where it does most; of a trace without effects the target's
       */
      position: number;
      prompt?: string;
      target?: string;
      /** @description id */
      trace: string;
    };
    ComponentWeights: {
      /** @example PROMOTES */
      relation: string;
      tokens: string[];
    };
    ComputedBlock: {
      /** @description between them; AFFECTS is not among them */
      edges: components['schemas']['ComputedEdge'][];
      /** Format: int32 */
      layer: number;
      /** @description its states, sums, norms and biases; every head with the memory values that it reads; the neurons that are large there and those with the largest effect */
      nodes: components['schemas']['ComputedNode'][];
      /** Format: int32 */
      position: number;
      /** @description the token whose rank and probability each node's targetRank and targetProbability are */
      token: components['schemas']['ComputedToken'];
      /** @description id of the trace */
      trace: string;
    };
    ComputedEdge: {
      figures: {
        [key: string]: number;
      };
      from: components['schemas']['ActivationId'];
      to: components['schemas']['ActivationId'];
      type: components['schemas']['LinkType'];
    };
    ComputedNode: {
      erases: components['schemas']['ComputedWord'][];
      /** @description under the names that the graph has for them; dla at the target position alone */
      figures: {
        [key: string]: number;
      };
      /** @description what a norm makes less probable */
      filters: components['schemas']['ComputedWord'][];
      id: components['schemas']['ActivationId'];
      kind: components['schemas']['NodeKind'];
      /** @description what a norm makes more probable */
      lifts: components['schemas']['ComputedWord'][];
      /** @description what a head's key answers to */
      offers: components['schemas']['ComputedWord'][];
      /** @description what a head's query looks for */
      seeks: components['schemas']['ComputedWord'][];
      /** @description whether the trace keeps it */
      stored: boolean;
      writes: components['schemas']['ComputedWord'][];
    };
    ComputedScore: {
      /**
       * Format: int32
       * @description another key: all scores are then differences, key less against, hence logarithms of the ratio of weights
       */
      against?: number;
      /**
       * @description name of the head
       * @example L4H5
       */
      head: string;
      /**
       * Format: int32
       * @description position attended to
       */
      key: number;
      /** @description by who wrote the key, with the query as it is; they add up to the score, the largest first */
      keyParts: components['schemas']['ScorePart'][];
      /** @description the 30 strongest of one that wrote the query with one that wrote the key */
      pairs: components['schemas']['ScorePair'][];
      /**
       * Format: int32
       * @description position that attends
       */
      query: number;
      /** @description by who wrote the query, with the key as it is; they add up to the score, the largest first */
      queryParts: components['schemas']['ScorePart'][];
      /**
       * Format: double
       * @description query . key times the model's scale, before softmax and before what interventions do to scores
       */
      score: number;
      /** @description id of the trace */
      trace: string;
      /**
       * Format: double
       * @description of the attention pattern
       */
      weight: number;
      /**
       * Format: double
       * @description that of the other key
       */
      weightAgainst?: number;
    };
    ComputedToken: {
      /** Format: int32 */
      id: number;
      text: string;
    };
    ComputedWord: {
      /** Format: double */
      after?: number;
      /** Format: double */
      before?: number;
      /** Format: double */
      logit?: number;
      /** Format: double */
      probability?: number;
      /** Format: int32 */
      rank: number;
      text: string;
      /**
       * Format: int32
       * @description its id
       */
      token: number;
    };
    CypherRequest: {
      /**
       * Format: int32
       * @description most rows
       * @default 1000
       */
      limit?: number | null;
      /**
       * @example {
       *       "n": 5
       *     }
       */
      parameters?: {
        [key: string]: unknown;
      } | null;
      /** @example MATCH (t:Trace) RETURN t.prompt LIMIT $n */
      statement: string;
    };
    FailedPrompt: {
      error: string;
      /** Format: int32 */
      prompt: number;
    };
    /** @enum {string} */
    FigureName:
      | 'norm'
      | 'share'
      | 'influence'
      | 'dla'
      | 'effect'
      | 'targetRank'
      | 'targetProbability'
      | 'weight'
      | 'rank'
      | 'logit'
      | 'probability';
    Flow: {
      /** @description the statement that gives the edges; parameters trace, threshold and detail */
      cypher: string;
      detail: components['schemas']['FlowDetail'];
      edges: components['schemas']['FlowEdge'][];
      /** @description the last residual state at the target position, which the picture leads to */
      end: components['schemas']['ActivationId'];
      /** Format: int32 */
      layers: number;
      /** @description what the model would say after each layer at the target position, as the story has it */
      lens: components['schemas']['StoryState'][];
      nodes: components['schemas']['Node'][];
      positions: components['schemas']['FlowPosition'][];
      /** Format: int32 */
      targetPosition: number;
      /** Format: double */
      threshold: number;
      /** @description before anything was cut */
      total: components['schemas']['FlowTotal'];
      /** @description id of the trace */
      trace: string;
    };
    /** @enum {string} */
    FlowDetail: 'stream' | 'heads' | 'neurons';
    FlowEdge: {
      kind: components['schemas']['FlowEdgeKind'];
      /**
       * Format: double
       * @description part of the residual state that the edge ends in
       */
      share: number;
      source: string;
      target: string;
      /**
       * Format: double
       * @description attention weight, of attend edges
       */
      weight?: number;
    };
    /** @enum {string} */
    FlowEdgeKind: 'stream' | 'attend' | 'read' | 'attention' | 'mlp' | 'head' | 'neuron';
    /** @enum {string} */
    FlowNodeKind: 'residual' | 'attention' | 'mlp' | 'head' | 'neuron';
    FlowPosition: {
      /** Format: int32 */
      index: number;
      text: string;
    };
    FlowTotal: {
      /** Format: int32 */
      edges: number;
      /** Format: int32 */
      nodes: number;
    };
    /** @description Lets the model go on, and traces the steps that are asked for: each explains the token that it generates (docs/generation.md) */
    GenerateRequest: {
      /**
       * Format: int64
       * @description The same choices for the same seed
       * @default 0
       */
      seed?: number;
      /** @description The steps that are traced instead, from 1 */
      steps?: number[];
      /**
       * Format: double
       * @description Above 0 the next token is chosen by chance; 0 takes the most probable. 1 where topK, topP or seed is given
       * @default 0
       */
      temperature?: number;
      /**
       * Format: int32
       * @description How many tokens; fewer where a special token, such as an end of text, comes before
       */
      tokens?: number;
      /**
       * Format: int32
       * @description Only so many of the most probable tokens
       */
      topK?: number;
      /**
       * Format: double
       * @description Only the fewest tokens whose probabilities make so much
       */
      topP?: number;
      /**
       * @description Which steps are traced: all or last
       * @default all
       */
      trace?: string;
    };
    Head: {
      /**
       * Format: double
       * @description of its output at the target position
       */
      dla?: number | null;
      /** @description of its output, by position; absent where the trace has no effects */
      effect?: number[] | null;
      /** Format: int32 */
      head: number;
      /** @description of its output, by position */
      influence?: number[] | null;
      /** @description the positions attended to, row by row */
      keys: number[];
      /** Format: int32 */
      layer: number;
      /** @example L3H2 */
      name: string;
      /** @description of its output, by position */
      norm?: number[] | null;
      /** @description by query, the attention to keys that are not listed */
      rest: number[];
      /** @description means over the queries that can show them: firstToken, previousToken, currentToken, duplicateToken, induction, entropy, evenness, distance */
      scores: {
        [key: string]: number;
      };
      /** @description of its output, by position */
      share?: number[] | null;
      /** @description where each query's row begins in keys and weights; one more says where the last ends */
      starts: number[];
      /** @description their attention weights */
      weights: number[];
    };
    /** @description HTTP Problem Response according to RFC9457 and RFC7807 */
    HttpProblem: {
      /**
       * @description A optional human-readable explanation specific to this occurrence of the problem
       * @example Record not found
       */
      detail?: string;
      /**
       * Format: uri
       * @description A URI reference that identifies the specific occurrence of the problem
       * @example https://api.example.com/errors/123
       */
      instance?: string;
      /**
       * Format: int32
       * @description The HTTP status code for this occurrence of the problem
       * @example 404
       */
      status?: number;
      /**
       * @description A optional, short, human-readable summary of the problem type
       * @example Not Found
       */
      title?: string;
      /**
       * Format: uri
       * @description A optional URI reference that identifies the problem type
       * @example https://example.com/errors/not-found
       */
      type?: string;
    } & {
      [key: string]: unknown;
    };
    /** @description HTTP Validation Problem Response according to RFC9457 and RFC7807 */
    HttpValidationProblem: {
      /**
       * @description A optional human-readable explanation specific to this occurrence of the problem
       * @example Record not found
       */
      detail?: string;
      /**
       * Format: uri
       * @description A URI reference that identifies the specific occurrence of the problem
       * @example https://api.example.com/errors/123
       */
      instance?: string;
      /**
       * Format: int32
       * @description The HTTP status code for this occurrence of the problem
       * @example 404
       */
      status?: number;
      /**
       * @description A optional, short, human-readable summary of the problem type
       * @example Not Found
       */
      title?: string;
      /**
       * Format: uri
       * @description A optional URI reference that identifies the problem type
       * @example https://example.com/errors/not-found
       */
      type?: string;
      /** @description List of validation constraint violations that occurred */
      violations?: components['schemas']['Violation'][];
    } & {
      [key: string]: unknown;
    };
    Imported: {
      /** @description components whose label or note here is another than the document's; it stays */
      keptLabels: string[];
      /** @description names of views that are others here than in the document; they stay */
      keptViews: string[];
      model: string;
      /** Format: int32 */
      nodes: number;
      /** Format: int32 */
      relationships: number;
      trace: string;
    };
    IndexRequest: {
      /** @description The model's name */
      model: string;
    };
    /**
     * Format: date-time
     * @example 2022-03-10T16:15:50Z
     */
    Instant: string;
    /** @description One change of the pass (docs/interventions.md) */
    Intervention: {
      at?: components['schemas']['InterventionPlace'];
      from?: components['schemas']['InterventionFrom'];
      /** @description zero, scale, add, patch, resample, mean; freeze (as it is in the unchanged pass), path (as it becomes where a sender alone changes); of attention terms remove (the row keeps its other weights) or mask (they make 1 again) */
      kind?: string;
      /**
       * Format: double
       * @description The factor of scale, what add's vector is multiplied by
       * @default 1
       */
      strength?: number;
    };
    /** @description What is put in: numbers, a row of the weights, another prompt's value (patch), the difference of two prompts' (add), or the mean over some */
    InterventionFrom: {
      /**
       * @description Each position has its own mean, of prompts as long as the changed one; else one over all positions
       * @default false
       */
      byPosition?: boolean;
      /**
       * @description A token's row of W_E
       * @example Mary
       */
      embedding?: string;
      /** @description A prompt whose value is taken off that one's */
      minus?: string;
      /** @description The same as token ids */
      minusTokens?: number[];
      /**
       * @description A neuron's row of W_out
       * @example L3N12
       */
      neuron?: string;
      numbers?: number[];
      /** @description [here, there] for each position that is patched; where absent, prompts of one length are aligned position by position, others by the tokens that they share */
      positions?: number[][];
      /** @description Another prompt */
      prompt?: string;
      /** @description Prompts whose mean is taken */
      prompts?: string[];
      /**
       * @description Of path: the head or MLP before it that changes in what it reads; to 0, or to its value in prompt
       * @example L2H1
       */
      sender?: string;
      /** @description The same as token ids */
      tokens?: number[];
      /** @description The same as token ids */
      tokensOfPrompts?: number[][];
      /**
       * @description A token's column of W_U
       * @example Mary
       */
      unembedding?: string;
    };
    /** @description A component, or a site with its layer; and positions, all where nothing is said */
    InterventionPlace: {
      /**
       * @description A head, neuron or MLP
       * @example L3H4
       */
      component?: string;
      /** Format: int32 */
      head?: number;
      /** @description Of attention terms, the keys */
      keys?: number[];
      /** Format: int32 */
      layer?: number;
      /** Format: int32 */
      neuron?: number;
      /** @description Positions from 0; of attention terms, the queries */
      positions?: number[];
      /** @description By TransformerLens's name: hook_embed, hook_resid_pre, hook_resid_mid, hook_resid_post, attn.hook_z, attn.hook_result, hook_attn_out, mlp.hook_post, hook_mlp_out; ln1.hook_scale, ln2.hook_scale, ln_final.hook_scale and attn.hook_pattern to be frozen */
      site?: string;
      /**
       * @description The target position
       * @default false
       */
      target?: boolean;
    };
    Job: {
      createdAt: components['schemas']['Instant'];
      /**
       * Format: int64
       * @description Steps done, of total; bytes where the stage is download
       */
      done: number;
      /** @description Why it failed, and the remedy */
      error?: string;
      /** @description Prompts that became no trace, while the others did */
      failures?: components['schemas']['FailedPrompt'][];
      id: string;
      /** @description trace: prompts become traces. pull: a model comes from the hub. index: a model's weights are read. circuit: a circuit is found */
      kind: components['schemas']['JobKind'];
      /** @description What a pull brought, or a circuit is of: the model's name */
      model?: string;
      /** @description Remarks for people */
      notes: string[];
      /**
       * Format: int32
       * @description How many prompts come before its next one, while it waits
       */
      place?: number;
      request: components['schemas']['JobSubject'];
      /** @description What it is doing: waiting, download, loading model, forward pass, decomposition, writing, reading weights, scoring edges, looking for the size, taking edges out, judging the circuit, done; or, in words, what it waits for */
      stage: string;
      state: components['schemas']['JobPhase'];
      /** Format: int64 */
      total: number;
      /** @description Ids of the traces that are complete */
      traces: string[];
    };
    /** @enum {string} */
    JobKind: 'trace' | 'pull' | 'index' | 'circuit';
    JobList: {
      items: components['schemas']['Job'][];
    };
    /** @enum {string} */
    JobPhase: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
    /** @description What to trace. Give exactly one of prompt, prompts, messages, tokens and circuit. */
    JobRequest: {
      /**
       * @description What is put before prompts given as text: auto is what the tokenizer puts there, unless the prompt begins with it; add a BOS in any case; none nothing. The trace's notes say where it is not what the prompt shows
       * @default auto
       * @enum {string}
       */
      bos?: 'auto' | 'add' | 'none';
      /**
       * Format: int32
       * @description Nodes that the trace may have at most, 1000 to 200000; with detail full it has what it has
       * @default 12000
       */
      budget?: number;
      /** @description Finds a circuit from the prompts in it, instead of tracing any (docs/circuits.md); no prompt, prompts, messages or tokens are given then */
      circuit?: components['schemas']['CircuitRequest'];
      /**
       * @description How much to keep
       * @default neurons
       * @enum {string}
       */
      detail?: 'stream' | 'heads' | 'neurons' | 'full';
      /**
       * @description Where given, the metric is the target's logit minus this token's; written as the target is, and of as many tokens
       * @example John
       */
      distractor?: string;
      /** @description The distractor as token ids instead */
      distractorTokens?: number[];
      /**
       * @description What effects are estimated of: the logit (with a distractor, the difference), the probability, or none
       * @default logit
       * @enum {string}
       */
      effects?: 'logit' | 'probability' | 'none';
      /**
       * @description Whether to trace what is refused for its size
       * @default false
       */
      force?: boolean;
      /** @description Lets the model go on, and traces its steps, each explaining the token that it says and linked to the next (docs/generation.md) */
      generate?: components['schemas']['GenerateRequest'];
      /** @description What is changed in the pass: the trace is linked to that of the pass as it is, which is made first where it is not there (docs/interventions.md) */
      interventions?: components['schemas']['Intervention'][];
      /**
       * @description What is measured of the trace in the same job, by a sweep that sets each to zero: MLPs, heads, all of them or none (docs/interventions.md)
       * @default none
       * @enum {string}
       */
      measure?: 'none' | 'mlps' | 'heads' | 'all';
      /** @description A chat instead of a prompt: its turns are put into the model's own chat template, up to where the assistant is to speak */
      messages?: components['schemas']['ChatMessage'][];
      /**
       * @description What is explained: the target's logit, or its difference to a distractor's. Where difference is asked for and no distractor given, one is proposed: the token of the prompt, written as the target is, with the highest logit; where there is none, the next most probable. Difference where a distractor is given, else logit
       * @enum {string}
       */
      metric?: 'logit' | 'difference';
      /**
       * @description A model's name, id or folder under HEADSTREAM_MODELS, or the hub id of one that was pulled; the default model where absent
       * @example headstream-sample
       */
      model?: string;
      /**
       * Format: int32
       * @description The position whose prediction is explained; the last where absent
       */
      position?: number;
      /** @example When Mary and John went to the store, John gave a drink to */
      prompt?: string;
      /** @description Several prompts, a trace each */
      prompts?: string[];
      /**
       * @description The measure of shares and influence: L1 proximity, or the same by Euclidean distance
       * @default l1
       * @enum {string}
       */
      shares?: 'l1' | 'l2';
      /**
       * Format: int32
       * @description Points of integrated gradients, 1 to 64; 1 takes the pass's own gradient
       * @default 1
       */
      steps?: number;
      /** @description Goes through components of the prompt's trace, which is made first where it is not there, and keeps what changing each does (docs/interventions.md) */
      sweep?: components['schemas']['SweepRequest'];
      /** @description Labels to find the traces by */
      tags?: string[];
      /**
       * @description The token to explain, or an answer of several, explained as a whole; a leading space matters. Written as it is shown: a text, [17] by its id, [17][23] by several, <0xE2> by its bytes, with escapes such as \n (docs/tokens.md). The pass's own prediction where absent
       * @example Mary
       */
      target?: string;
      /** @description The target as token ids instead */
      targetTokens?: number[];
      /** @description Token ids instead of text */
      tokens?: number[];
    };
    JobSubject:
      | components['schemas']['JobRequest']
      | components['schemas']['ModelRequest']
      | components['schemas']['IndexRequest'];
    KeyList: {
      items: components['schemas']['KeyView'][];
    };
    KeyRequest: {
      name?: string | null;
      role?: string | null;
    };
    KeyView: {
      created?: components['schemas']['Instant'];
      name: string;
      /** @enum {string} */
      role: 'read' | 'trace' | 'admin';
    };
    LabelRequest: {
      /** @example sees a name again */
      label: string;
      note?: string | null;
    };
    Lens: {
      /** @description the statement that gives the same; parameters trace and sites */
      cypher: string;
      /** @description what the statement is asked with, beside the trace */
      sites: string[];
      /** @description upward: of resid_post the embedding first */
      states: components['schemas']['LensState'][];
      /** Format: int32 */
      targetPosition: number;
      /** @description texts of the tokens that are named, by their ids */
      texts: {
        [key: string]: string;
      };
      /** @description id of the trace */
      trace: string;
    };
    /** @enum {string} */
    LensSite: 'post' | 'mid';
    LensState: {
      /** Format: int32 */
      layer: number;
      /** @description ids of the states that are nodes, by position */
      nodes: {
        [key: string]: string;
      };
      /** @description their probabilities */
      probabilities: number[][];
      site: string;
      /** @description by position */
      targetProbability: number[];
      /** @description by position; 1 is the most probable */
      targetRank: number[];
      /** @description by position, ids of the most probable tokens, the first the most */
      tokens: number[][];
    };
    /** @enum {string} */
    LinkType: 'AFFECTS' | 'ADDS_TO' | 'ATTENDED_BY' | 'READ_BY';
    /** @enum {string} */
    Metric: 'logit' | 'logit_difference' | 'log_probability';
    Model: {
      /** @description When it was added or pulled; absent where that was before the server started */
      addedAt?: components['schemas']['Instant'];
      /** @description Whether prompts can be messages: its tokenizer has a chat template */
      chat: boolean;
      /** Format: int32 */
      context?: number;
      default: boolean;
      /** Format: int32 */
      dMlp?: number;
      /** Format: int32 */
      dModel?: number;
      dtype?: string;
      family?: string;
      /** Format: int32 */
      heads?: number;
      /** @description Content hash; absent until the model is first loaded */
      id?: string;
      /** @description Whether its heads, neurons and tokens are in the graph */
      inGraph: boolean;
      /**
       * Format: int32
       * @description Heads that have keys and values of their own
       */
      keyValueHeads?: number;
      /** Format: int32 */
      layers?: number;
      name: string;
      /** @description What to know of it, such as NaN among its weights, or why its tokenizer is refused */
      notes: string[];
      /** Format: int64 */
      parameters?: number;
      /** @description Why it cannot be traced */
      problem?: string;
      /** @description The hub's commit; absent for a folder */
      revision?: string;
      sha256?: string;
      /** @description The folder it was read from, or its id on the hub */
      source: string;
      /** @description Whether prompts can be text; otherwise pass token ids */
      tokenizer: boolean;
      /** Format: int32 */
      vocabulary?: number;
    };
    ModelList: {
      items: components['schemas']['Model'][];
    };
    ModelRequest: {
      /**
       * @description A folder on the server's machine, as Hugging Face writes it; or a model's id on the hub, with @revision for a branch, tag or commit other than main
       * @example openai-community/gpt2
       * @example models/headstream-sample
       */
      source?: string | null;
    };
    NewKey: {
      key: string;
      name: string;
      role: string;
    };
    Node: {
      /**
       * Format: double
       * @description direct logit attribution; at the target position only
       */
      dla?: number;
      /**
       * Format: double
       * @description activation times gradient of the metric
       */
      effect?: number;
      /** Format: int64 */
      head?: number;
      id: components['schemas']['ActivationId'];
      /** Format: int64 */
      index?: number;
      /**
       * Format: double
       * @description how much of the last residual state came through it
       */
      influence?: number;
      kind: components['schemas']['NodeKind'];
      /** Format: int32 */
      layer: number;
      /** @example L3H2 */
      name: string;
      /** Format: double */
      norm?: number;
      /** Format: int32 */
      position: number;
      /**
       * Format: double
       * @description part of the residual state that it ends in
       */
      share?: number;
      /** @description of a residual state: embed, mid or post; of a norm or a bias, which */
      site?: string;
      /** Format: double */
      targetProbability?: number;
      /** Format: int64 */
      targetRank?: number;
      /** @description first token of its vocabulary projection */
      topToken?: string;
    };
    /** @enum {string} */
    NodeKind: 'residual' | 'attention' | 'mlp' | 'head' | 'memory' | 'neuron' | 'norm' | 'bias' | 'change';
    Notification: {
      /** @example Neo.ClientNotification.Statement.UnknownLabelWarning */
      code?: string;
      description: string;
      position?: components['schemas']['NotificationPosition'];
      /** @example WARNING */
      severity: string;
      title: string;
    };
    NotificationPosition: {
      /** Format: int32 */
      column: number;
      /** Format: int32 */
      line: number;
      /** Format: int32 */
      offset: number;
    };
    /** @enum {string} */
    ParameterType:
      | 'string'
      | 'integer'
      | 'float'
      | 'boolean'
      | 'token'
      | 'trace'
      | 'model'
      | 'head'
      | 'neuron'
      | 'tag'
      | 'position';
    Plan: {
      /** @description such as Details and EstimatedRows, as the database has them */
      arguments: {
        [key: string]: unknown;
      };
      children: components['schemas']['Plan'][];
      identifiers: string[];
      /** @example NodeUniqueIndexSeek */
      operator: string;
    };
    /** @description RFC 9457 problem details */
    Problem: {
      /**
       * @description what is wrong and what to do
       * @example there is no trace 'x'; GET /api/traces lists those there are
       */
      detail: string;
      /** @example 404 */
      status: number;
      /** @example Not Found */
      title: string;
    };
    Queries: {
      items: components['schemas']['Query'][];
    };
    Query: {
      columns: components['schemas']['QueryColumn'][];
      explanation: string;
      group: string;
      name: string;
      parameters: components['schemas']['QueryParameter'][];
      statement: string;
      title: string;
    };
    QueryColumn: {
      explanation: string;
      name: string;
      type: components['schemas']['ColumnType'];
    };
    QueryParameter: {
      /** @description all that a string may be, if it is not free */
      choices?: string[];
      default?: unknown;
      explanation: string;
      name: string;
      required: boolean;
      type: components['schemas']['ParameterType'];
    };
    QueryRequest: {
      /**
       * @example {
       *       "token": " Mary"
       *     }
       */
      parameters?: {
        [key: string]: unknown;
      } | null;
    };
    Result: {
      /**
       * @example [
       *       "head",
       *       "dla"
       *     ]
       */
      columns: string[];
      /** Format: int64 */
      elapsedMs: number;
      /** @description of a named query: true where there are more rows than its own parameter limit asks for */
      limited?: boolean;
      /** @description remarks on the statement, such as a label that no node has */
      notifications?: components['schemas']['Notification'][];
      /** @description A node is {$node}, a relationship {$relationship}, a path {$path}; whole numbers beyond 2^53 are strings, dates and times are ISO 8601 */
      rows: unknown[][];
      /** @description whether there are more rows than were asked for, or than an answer holds */
      truncated: boolean;
    };
    SavedView: {
      /**
       * @description what stands after the trace's id in the page's address
       * @example count=40&acts=p:L5P14.H1&v=1
       */
      address: string;
      /** @description who saved it: the name of a key, or an address */
      by: string;
      /** @example who moves whom */
      name: string;
      /** Format: date-time */
      updatedAt: string;
    };
    SavedViews: {
      items: components['schemas']['SavedView'][];
    };
    ScorePair: {
      key: string;
      query: string;
      /** Format: double */
      score: number;
    };
    ScorePart: {
      /**
       * @description the component, the embedding, or a bias on the way
       * @example L3H2
       */
      name: string;
      /** @description absent of biases on the way, and of keys where there are two */
      node?: components['schemas']['ActivationId'];
      /** Format: double */
      score: number;
    };
    Session: {
      keyed: boolean;
      name: string;
      /** @enum {string} */
      role: 'read' | 'trace' | 'admin';
    };
    Settings: {
      /** @description file with the password of user neo4j, for programs of who started this server */
      boltPasswordFile?: string | null;
      /**
       * @description where drivers connect
       * @example bolt://localhost:7687
       */
      boltUri?: string | null;
      /** @description address of a Neo4j Browser; absent where there is none */
      browser?: string | null;
    };
    SignIn: {
      key?: string | null;
    };
    Sse: Record<string, never>;
    Story: {
      /** @description by `from`, then by rank */
      components: components['schemas']['StoryComponent'][];
      /** @description the statement that gives the ranked components; parameter trace */
      cypher: string;
      distractor?: string;
      edges: components['schemas']['StoryEdge'][];
      /** @description what effects are of: logit (of the metric, also where it is a difference), probability or none */
      effects: string;
      /** Format: int32 */
      layers: number;
      /** @description the logit lens at the target position: the state after each layer */
      lens: components['schemas']['StoryState'][];
      /** @description what ranks: measured, what setting a component to zero really did, where all heads and MLPs were swept; effect, an estimate to first order; or where the trace has no effects, dla, at the target position. Keys and moves weigh by estimates */
      measure: components['schemas']['StoryMeasure'];
      /** @description what it can be told in: `measure` asks for one of them */
      measures: string[];
      metric?: components['schemas']['Metric'];
      /** Format: double */
      metricValue?: number;
      positions: components['schemas']['StoryPosition'][];
      /** @description the most probable next token */
      prediction?: components['schemas']['StoryPrediction'];
      target?: string;
      /** Format: int32 */
      targetPosition: number;
      /** Format: double */
      targetProbability?: number;
      totals: components['schemas']['StoryTotals'];
      /** @description id of the trace */
      trace: string;
    };
    StoryCaption: {
      /**
       * Format: int32
       * @description position of the key that it is about
       */
      key: number;
      /**
       * Format: int32
       * @description rank of the token among those it writes, where the caption is about that
       */
      rank?: number;
      text: components['schemas']['StoryCaptionText'];
      /** Format: double */
      weight: number;
    };
    /** @enum {string} */
    StoryCaptionText:
      | 'copies the answer'
      | 'works against it'
      | 'sees its token earlier'
      | 'continues what followed'
      | 'reads the repeated token'
      | 'looks one back';
    StoryComponent: {
      caption?: components['schemas']['StoryCaption'];
      /** Format: double */
      dla?: number;
      /** Format: double */
      effect?: number;
      /**
       * Format: int32
       * @description the least number of ranked components with which it is shown
       */
      from: number;
      /**
       * Format: int32
       * @description the head's index within the layer
       */
      head?: number;
      id: components['schemas']['ActivationId'];
      /** Format: double */
      influence?: number;
      kind: components['schemas']['StoryComponentKind'];
      /** Format: int32 */
      layer: number;
      /** @description what changing it does to the metric; absent where that was not measured */
      measured?: components['schemas']['StoryMeasured'];
      /** @example L3H2 */
      name: string;
      /** @description of an MLP at the target position: its strongest neurons */
      neurons: components['schemas']['StoryNeuron'][];
      /** Format: int32 */
      position: number;
      /**
       * Format: int32
       * @description its component's place, heads and MLPs on quotas; absent of one that others brought in
       */
      rank?: number;
      /** @description of a head: the keys that count most, at most four and the caption's; the first is the token that it reads */
      reads: components['schemas']['StoryKey'][];
      /** @description why it is here */
      role: components['schemas']['StoryRole'];
      /** Format: double */
      share?: number;
      /** @description the target or the distractor, where they are among the first five tokens that it writes */
      writes: components['schemas']['StoryToken'][];
    };
    /** @enum {string} */
    StoryComponentKind: 'head' | 'mlp';
    StoryEdge: {
      /** Format: double */
      effect: number;
      /**
       * Format: int32
       * @description the least number of ranked components with which both ends are shown
       */
      from: number;
      /**
       * Format: int32
       * @description where: of a key or value, the key's
       */
      position: number;
      /** @description the earlier component */
      source: components['schemas']['ActivationId'];
      /** @description the one that reads */
      target: components['schemas']['ActivationId'];
      /** @description what is moved: the head's query, key or value, or an MLP's input */
      via: components['schemas']['StoryVia'];
    };
    StoryKey: {
      /** Format: double */
      effect?: number;
      /** Format: int32 */
      position: number;
      /**
       * Format: double
       * @description of the head's output
       */
      share?: number;
      /** Format: double */
      weight: number;
    };
    /** @enum {string} */
    StoryMeasure: 'measured' | 'effect' | 'dla';
    StoryMeasured: {
      /** Format: double */
      effect: number;
      /** @description what was changed, and where */
      scope: string;
    };
    StoryNeuron: {
      /** Format: double */
      amount: number;
      id: components['schemas']['ActivationId'];
      name: string;
    };
    StoryPosition: {
      /** Format: int32 */
      index: number;
      text: string;
    };
    StoryPrediction: {
      /** Format: double */
      probability: number;
      text: string;
    };
    /** @enum {string} */
    StoryRole: 'ranked' | 'query' | 'value' | 'feeds' | 'duplicate' | 'induction';
    StoryState: {
      /**
       * Format: double
       * @description where it is among the tokens that the state keeps
       */
      distractorProbability?: number;
      id: components['schemas']['ActivationId'];
      /** Format: int32 */
      layer: number;
      /** Format: double */
      probability?: number;
      /** Format: double */
      targetProbability?: number;
      /** Format: int64 */
      targetRank?: number;
      /** @description what the model would say there */
      token?: string;
      /** @description where `token` is nothing but white space: the first that is more, of those that the state keeps */
      word?: components['schemas']['StoryWord'];
    };
    StoryToken: {
      /** Format: int32 */
      rank: number;
      text: string;
    };
    StoryTotals: {
      /**
       * Format: double
       * @description sum of |effect| (or |dla|) over all heads and MLPs at all positions that count; of what was measured, over all heads and MLPs
       */
      amount: number;
      /**
       * Format: int32
       * @description heads and MLPs that have any
       */
      components: number;
      /**
       * Format: int32
       * @description those of them that are here for what they do themselves
       */
      ranked: number;
      /**
       * Format: int32
       * @description those left out because they rest on the first token
       */
      sinks: number;
    };
    /** @enum {string} */
    StoryVia: 'query' | 'key' | 'value' | 'mlp';
    StoryWord: {
      /** Format: double */
      probability: number;
      /** Format: int32 */
      rank: number;
      text: string;
    };
    Sum: {
      /** @description the statement that gives the same; parameters trace and node */
      cypher: string;
      /**
       * @description what is added up
       * @enum {string}
       */
      of: 'logit' | 'logit_difference' | 'log_probability' | 'dla' | 'share';
      parts: components['schemas']['SumPart'][];
      /** Format: double */
      total: number;
    };
    SumPart: {
      /** Format: double */
      end: number;
      /**
       * @description what it is called: a component, an activation, remainder (parts not stored) or constant
       * @example L5H1
       */
      name: string;
      node?: components['schemas']['Node'];
      /** Format: double */
      start: number;
      /** Format: double */
      value: number;
    };
    /** @description Changes one component after the other and measures what it does (docs/interventions.md) */
    SweepRequest: {
      /** @description Of edges: the circuit's name or id, of this model */
      circuit?: string;
      from?: components['schemas']['InterventionFrom'];
      /** @description zero, mean, patch or resample. Zero where nothing is said; of edges as they were cut in the circuit's search, where a corrupted prompt without `from` is the prompt with its target in the place of the distractor's last mention */
      kind?: string;
      /**
       * Format: int32
       * @description How many of the strongest neurons
       * @default 100
       */
      neurons?: number;
      /** @description What is gone through: heads, mlps, resid_pre (layer by position), neurons, or edges, those of a circuit, each cut in turn */
      of?: string;
      /** @description Positions at which each is changed; all where nothing is said */
      positions?: number[];
      /**
       * @description The target position alone
       * @default false
       */
      target?: boolean;
    };
    TokenScore: {
      /** Format: double */
      logit?: number | null;
      /** Format: double */
      probability?: number | null;
      /** Format: int64 */
      rank?: number | null;
      text: string;
      /** Format: int64 */
      token?: number | null;
    };
    TokenShift: {
      /** Format: double */
      after: number;
      /** Format: double */
      before: number;
      /** Format: int64 */
      rank: number;
      text: string;
    };
    Trace: {
      /** @description of an answer of several tokens, each of them */
      answer?: components['schemas']['AnswerToken'][];
      /** @description of a changed pass, the trace of the pass as it is */
      baseline?: string;
      counts: components['schemas']['TraceCounts'];
      /** Format: double */
      coverage?: number;
      /** Format: date-time */
      createdAt: string;
      detail?: components['schemas']['TraceDetail'];
      distractor?: string;
      /** @description what effects are of: logit, probability or none */
      effects?: string;
      /**
       * Format: int64
       * @description ms
       */
      elapsed?: number;
      /** @description of a step of a generation, where it stands in it */
      generation?: components['schemas']['TraceGeneration'];
      id: string;
      /** Format: int64 */
      layers?: number;
      metric?: components['schemas']['Metric'];
      /** Format: double */
      metricValue?: number;
      /** @description id of the model */
      model: string;
      modelName?: string;
      /** @description what to know of how it was asked for, such as a BOS that was not added again */
      notes: string[];
      /** Format: int64 */
      positions?: number;
      prediction?: components['schemas']['TracePrediction'];
      predictions: components['schemas']['TokenScore'][];
      prompt?: string;
      /** @description the distractor that is proposed for the target: of the prompt's tokens that are written as it is, the one with the highest logit; where there is none, the next most probable token */
      proposedDistractor?: string;
      /** @description the measure of shares and influence: l1 or l2 */
      shares?: string;
      /**
       * Format: int64
       * @description points of integrated gradients
       */
      steps?: number;
      tags: string[];
      target?: string;
      /** Format: int64 */
      targetPosition?: number;
      /** Format: double */
      targetProbability?: number;
      /** Format: int64 */
      targetRank?: number;
      tokens: components['schemas']['TraceToken'][];
    };
    TraceCounts: {
      /** Format: int64 */
      nodes?: number;
      /** Format: int64 */
      relationships?: number;
    };
    /** @enum {string} */
    TraceDetail: 'stream' | 'heads' | 'neurons' | 'full';
    TraceGeneration: {
      /** @description what its steps share */
      id: string;
      /** @description id of the next traced step */
      next?: string;
      /** @description id of the traced step before it */
      previous?: string;
      /** @description greedy, or temperature, top-k, top-p and seed */
      sampling: string;
      /**
       * Format: int64
       * @description from 1
       */
      step: number;
      /** @description all that was generated */
      text: string;
      /** @description ids of that */
      tokens: number[];
    };
    TraceHead: {
      /**
       * Format: double
       * @description the largest absolute score of its edges in the newest circuit of the model; absent where it is not in it
       */
      circuit?: number;
      /**
       * Format: double
       * @description direct logit attribution of its output at the target position
       */
      dla?: number;
      /**
       * Format: double
       * @description sum of its outputs' effects, in the metric's units: an estimate, to first order; above 0 where it holds the metric up. Absent where the trace has no effects
       */
      effect?: number;
      /** @description of its output, by position; absent where the trace has no effects */
      effects?: number[];
      /**
       * Format: int32
       * @description its index within the layer
       */
      head: number;
      /**
       * Format: double
       * @description sum of its outputs' influence
       */
      influence?: number;
      /** Format: int32 */
      layer: number;
      /**
       * Format: double
       * @description what the metric lost when it was set to zero at all positions: measured, and above 0 where it holds the metric up. Absent where that was not measured
       */
      measured?: number;
      /** @example L3H2 */
      name: string;
      /** @description ids of its outputs that are nodes, by position */
      nodes: {
        [key: string]: string;
      };
      /** @description means over the queries that can show them: firstToken, previousToken, currentToken, duplicateToken, induction, entropy (nats), evenness, distance; absent where no query can */
      scores: {
        [key: string]: number;
      };
      /**
       * Format: double
       * @description of its output at the target position, of the residual state it ends in
       */
      share?: number;
      /** @description its output where it does most (effect, else influence) among those that are nodes; absent where none is */
      strongest?: components['schemas']['ActivationId'];
    };
    TraceHeads: {
      /** @description the statement that gives the same; parameter trace */
      cypher: string;
      /**
       * Format: int32
       * @description the position that sums begin at: 1, since heads rest at the first that have nothing to read; 0 where the target is predicted there
       */
      first: number;
      /** @description by layer and index */
      heads: components['schemas']['TraceHead'][];
      /** Format: int32 */
      targetPosition: number;
      /** @description id of the trace */
      trace: string;
    };
    TracePage: {
      items: components['schemas']['TraceSummary'][];
      /** @description give it as `after` for the next page; absent on the last */
      next?: string;
    };
    TracePrediction: {
      /** Format: double */
      probability: number;
      text: string;
    };
    TraceSummary: {
      /** @description of a changed pass, the trace of the pass as it is */
      baseline?: string;
      /** Format: double */
      coverage?: number;
      /** Format: date-time */
      createdAt: string;
      detail?: components['schemas']['TraceDetail'];
      distractor?: string;
      /**
       * Format: int64
       * @description ms
       */
      elapsed?: number;
      id: string;
      /** Format: int64 */
      layers?: number;
      metric?: components['schemas']['Metric'];
      /** Format: double */
      metricValue?: number;
      /** @description id of the model */
      model: string;
      modelName?: string;
      /** Format: int64 */
      positions?: number;
      prediction?: components['schemas']['TracePrediction'];
      prompt?: string;
      /** @description the distractor that is proposed for the target: of the prompt's tokens that are written as it is, the one with the highest logit; where there is none, the next most probable token */
      proposedDistractor?: string;
      tags: string[];
      target?: string;
    };
    TraceToken: {
      /** Format: int32 */
      id: number;
      /** Format: int32 */
      index: number;
      text: string;
    };
    ViewRequest: {
      /** @example count=40 */
      address: string;
    };
    /** @description Validation constraint violation details */
    Violation: {
      /**
       * @description The field for which the validation failed
       * @example #/profile/email
       */
      field?: string;
      /**
       * @description Part of the http request where the validation error occurred such as query, path, header, form, body
       * @example query
       * @example path
       * @example header
       * @example form
       * @example body
       */
      in?: string;
      /**
       * @description Description of the validation error
       * @example Invalid email format
       */
      message?: string;
    };
    WholeCircuit: {
      circuit: components['schemas']['Circuit'];
      edges: components['schemas']['CircuitEdge'][];
      nodes: components['schemas']['CircuitNode'][];
    };
    /** @example L3P5.H2 */
    WholeId: string;
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listCircuits: {
    parameters: {
      query?: {
        /** @description id or name of the model */
        model?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Circuits */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Circuits'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such model */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCircuit: {
    parameters: {
      query?: {
        /** @description id or name of the model */
        model?: string;
      };
      header?: never;
      path: {
        /** @description id or name; the newest where several models have one of the name */
        circuit: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The circuit */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WholeCircuit'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such circuit or model */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteCircuit: {
    parameters: {
      query?: {
        /** @description id or name of the model */
        model?: string;
      };
      header?: never;
      path: {
        /** @description id or name */
        circuit: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is gone */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such circuit or model */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  exportCircuit: {
    parameters: {
      query?: {
        /** @description json or graphml */
        format?: string;
        /** @description id or name of the model */
        model?: string;
      };
      header?: never;
      path: {
        /** @description id or name */
        circuit: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file, its name in Content-Disposition */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          '*/*': string;
        };
      };
      /** @description No such format */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such circuit or model */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  compare: {
    parameters: {
      query?: {
        /** @description what the rows are */
        by?: components['schemas']['ComparedBy'] & unknown;
        /**
         * @description only this one
         * @example L4H5
         */
        component?: string;
        /**
         * @description residual, head, attention, neuron, mlp, bias
         * @example head,mlp
         */
        kind?: string;
        /**
         * @description a trace's id or the beginning of it, latest, or tag:NAME
         * @example latest
         */
        left?: string;
        limit?: number;
        /** @description id or name of a model, to narrow tags */
        model?: string;
        /** @description of two traces, a position of the left prompt instead of the target's (of an answer of several tokens, of all of theirs); of sets, how many positions before the target */
        position?: number;
        /** @example tag:ioi */
        right?: string;
        /**
         * @description the figure whose absolute difference orders the rows
         * @example dla
         */
        sort?: components['schemas']['FigureName'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The comparison */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Comparison'];
        };
      };
      /** @description A parameter that cannot be, or models of different shapes */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such trace, or no trace with the tag */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  complete: {
    parameters: {
      query?: {
        /** @description at most 100 */
        limit?: number;
        /** @description id or name; without it, of any */
        model?: string;
        /**
         * @description what was typed
         * @example Mar
         */
        prefix?: string;
        /**
         * @description token, trace, head, neuron, tag or model
         * @example token
         */
        type?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Completions, best first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Completions'];
        };
      };
      /** @description No such type */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such model */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getComponent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example L3H2 */
        component: string;
        /** @description id or name */
        model: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The component */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ComponentOverview'];
        };
      };
      /** @description No component of the model */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such model in the graph */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getComputedActivation: {
    parameters: {
      query?: {
        /** @description the token whose rank and probability each projection is asked for; the target where absent */
        token?: string;
      };
      header?: never;
      path: {
        node: components['schemas']['ActivationId'];
        trace: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The activation */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ComputedBlock'];
        };
      };
      /** @description No such activation or token */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such trace */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The model that made the trace is not at hand */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A prompt is being traced for longer than anybody waits */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getBlock: {
    parameters: {
      query?: {
        /** @description from 0 */
        position?: number;
        /** @description the token whose rank and probability each projection is asked for; the target where absent */
        token?: string;
      };
      header?: never;
      path: {
        /** @description from 0 */
        layer: number;
        trace: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The block */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ComputedBlock'];
        };
      };
      /** @description No such layer, position or token */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such trace */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The model that made the trace is not at hand */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A prompt is being traced for longer than anybody waits */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getScore: {
    parameters: {
      query?: {
        /** @description another key, whose score is taken off */
        against?: number;
        /** @description position attended to, from 0 */
        key?: number;
        /** @description position that attends, from 0 */
        query?: number;
      };
      header?: never;
      path: {
        /** @description such as L4H5 */
        head: string;
        trace: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The score */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ComputedScore'];
        };
      };
      /** @description No such head, or the query cannot see the key */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such trace */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The model that made the trace is not at hand */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A prompt is being traced for longer than anybody waits */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  runCypher: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CypherRequest'];
      };
    };
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Result'];
        };
      };
      /** @description The statement is refused or wrong; the detail names the part */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many statements at a time, or no database */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The statement took too long */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  exportCypher: {
    parameters: {
      query?: {
        /** @description json, csv, parquet or graphml */
        format?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CypherRequest'];
      };
    };
    responses: {
      /** @description The file, its name in Content-Disposition */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          '*/*': string;
        };
      };
      /** @description No such format, or the statement is refused or wrong */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  planCypher: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CypherRequest'];
      };
    };
    responses: {
      /** @description The plan's last operator, with those before it as its children */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Plan'];
        };
      };
      /** @description The statement is refused or wrong; the detail names the part */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  importTrace: {
    parameters: {
      query?: {
        /** @description whether a trace of the same id gives way */
        replace?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': string;
      };
    };
    responses: {
      /** @description It is there, at the Location */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Imported'];
        };
      };
      /** @description The document is not sound; the detail names the place, and nothing was written */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is such a trace already, or the model in the graph is another */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The document takes more memory than an import may have */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many imports at once; Retry-After says when to try again */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listJobs: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The jobs */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobList'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  submitJob: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['JobRequest'];
      };
    };
    responses: {
      /** @description Accepted; its progress is at the Location */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description The model, the prompt or a token cannot be traced */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description As many prompts wait as may; Retry-After says when to send it again */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It cannot be kept: the disk is full */
      507: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The job */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such job */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cancelJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It stops at its next step */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such job */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  watchJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Sse'];
      };
    };
    responses: {
      /** @description Events named job, the data a Job */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': components['schemas']['Job'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such job */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listKeys: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The keys, without their secrets */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KeyList'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  addKey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['KeyRequest'];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NewKey'];
        };
      };
      /** @description The name or the role is wrong */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is such a key already, or nobody would be an admin */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  revokeKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Revoked */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such key */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It is the last admin's */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listLabels: {
    parameters: {
      query?: {
        limit?: number;
        /** @description id or name of the model */
        model?: string;
        /**
         * @description part of a label, a note or a component's name
         * @example name
         */
        query?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Labels */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ComponentLabels'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such model */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putLabel: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example L3H2 */
        component: string;
        /** @description id or name */
        model: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LabelRequest'];
      };
    };
    responses: {
      /** @description The label */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ComponentLabel'];
        };
      };
      /** @description No label, or one that is too long, or no component of the model */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such model */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteLabel: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        component: string;
        model: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It has no label */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such model, or it had none */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listModels: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The models */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ModelList'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  addModel: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ModelRequest'];
      };
    };
    responses: {
      /** @description Added from a folder */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Model'];
        };
      };
      /** @description Being pulled from the hub; its progress is at the Location, and two pulls of the same share it */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description Not a model that can be traced */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getModel: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        model: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The model */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Model'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such model */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  indexModel: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        model: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Accepted; its progress is at the Location, and two of the same model share it */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such model */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listQueries: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The library */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Queries'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  runQuery: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example heads-that-write-a-token */
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['QueryRequest'];
      };
    };
    responses: {
      /** @description The answer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Result'];
        };
      };
      /** @description A parameter is missing, unknown or of the wrong type */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such query, trace or model */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  exportQuery: {
    parameters: {
      query?: {
        /** @description json, csv, parquet or graphml */
        format?: string;
      };
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['QueryRequest'];
      };
    };
    responses: {
      /** @description The file, its name in Content-Disposition */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          '*/*': string;
        };
      };
      /** @description The body is not what this call takes; the detail names what is wrong */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such query, trace or model */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The caller */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  signIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignIn'];
      };
    };
    responses: {
      /** @description Who was let in; the cookie says so from now on */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description The body is not what this call takes; the detail names what is wrong */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key is not known */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Several wrong keys came from this address; Retry-After says when it may try again */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  signOut: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It has ended */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSettings: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The settings; what is not known is absent */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Settings'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listTraces: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        after?: string;
        limit?: number;
        /** @description id or name of the model */
        model?: string;
        /**
         * @description part of the prompt
         * @example Mary
         */
        query?: string;
        tag?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of traces */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TracePage'];
        };
      };
      /** @description No such cursor, or a limit out of range */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getTrace: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The trace */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Trace'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such trace */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteTrace: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is gone */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such trace */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getActivation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        node: components['schemas']['ActivationId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The activation */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Activation'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such trace, or the trace keeps no such activation */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getAttention: {
    parameters: {
      query?: {
        /** @description only heads of this index within their layer */
        head?: number;
        /** @description only heads of this layer */
        layer?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Heads by layer and index */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Attention'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such trace or head, or one whose patterns are not kept whole */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getAttentionThumbnails: {
    parameters: {
      query?: {
        /** @description rows and columns at the most, 8 to 128; 40 unless given */
        size?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Heads by layer and index */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AttentionThumbnails'];
        };
      };
      /** @description No such size */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such trace, or one whose patterns are not kept whole */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  exportTrace: {
    parameters: {
      query?: {
        /** @description json, graphml, csv, parquet or circuit-tracer */
        format?: string;
      };
      header?: never;
      path: {
        /** @description id, or `latest` */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file, its name in Content-Disposition */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          '*/*': string;
        };
      };
      /** @description No such format */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such trace */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The trace does not have what the format needs */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getFlow: {
    parameters: {
      query?: {
        /** @description no finer than the trace was stored */
        detail?: components['schemas']['FlowDetail'] & unknown;
        /** @example 0-5 */
        layers?: string;
        /** @example 0-14 */
        positions?: string;
        threshold?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The picture */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Flow'];
        };
      };
      /** @description A detail, range or threshold that cannot be */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such trace */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getHeads: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Heads by layer and index */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TraceHeads'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such trace, or one that keeps no figures of all heads */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getLens: {
    parameters: {
      query?: {
        /** @description post, after each block, and the embedding before the first; or mid, between attention and MLP. Default post */
        site?: components['schemas']['LensSite'];
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description States by layer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Lens'];
        };
      };
      /** @description No such site */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such trace, or one that keeps no lens of the site */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getStory: {
    parameters: {
      query?: {
        /** @description the first of `measures` if absent */
        measure?: components['schemas']['StoryMeasure'];
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The story */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Story'];
        };
      };
      /** @description The trace cannot be told in that measure */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such trace */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getStoryPicture: {
    parameters: {
      query?: {
        /** @description what heads are seen to do, beside them */
        captions?: boolean;
        /** @description id or name of a circuit of the model: what belongs to it is marked */
        circuit?: string;
        /** @description ranked components that are shown; if absent 24, of which those that do least fold until the picture has room */
        count?: number;
        /** @description px of the panel */
        height?: number;
        /** @description the first of the story's `measures` if absent */
        measure?: components['schemas']['StoryMeasure'];
        /** @description light or dark */
        theme?: string;
        /** @description px of the panel */
        width?: number;
      };
      header?: never;
      path: {
        /** @description id, or `latest` */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The picture, with title and legend; it needs no style sheet and has no script */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/svg+xml': string;
        };
      };
      /** @description The trace cannot be told in that measure, or a figure is out of range */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such trace or circuit */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It took too long, or others did that came before */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSum: {
    parameters: {
      query?: {
        /** @description a whole: a residual state, attn_out, mlp_out or a head's output */
        node?: components['schemas']['WholeId'];
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The sum */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Sum'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such trace or activation, or one that is no sum */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listViews: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        trace: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Views */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SavedViews'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such trace */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putView: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @example who moves whom */
        name: string;
        trace: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ViewRequest'];
      };
    };
    responses: {
      /** @description The view */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SavedView'];
        };
      };
      /** @description An address or a name that cannot be */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such trace */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteView: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
        trace: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is gone */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A key is asked for, and none that is known came */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key's role does not allow it, or the request comes from another site */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No such trace, or no view of the name */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getBrowserFavourites: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Cypher and :param commands */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain;charset=UTF-8': unknown;
        };
      };
    };
  };
  getBrowserFavouritesZip: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A file for each query, a folder for each group */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/zip': unknown;
        };
      };
    };
  };
  getBrowserGuide: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Slides in HTML */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html;charset=UTF-8': unknown;
        };
      };
    };
  };
  getBrowserStyle: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description GraSS, for :style */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain;charset=UTF-8': unknown;
        };
      };
    };
  };
}
