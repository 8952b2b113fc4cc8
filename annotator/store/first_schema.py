"""The tables and views of the first version of the schema; never to be altered."""

ARTICLES = (
    """
    CREATE TABLE project (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    # `listed`: 1 in the list, 0 removed (undo lists it again), NULL while its import goes on.
    """
    CREATE TABLE articles (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        listed INTEGER,
        title TEXT NOT NULL,
        title_key TEXT NOT NULL,
        published_at TEXT NOT NULL,
        source TEXT NOT NULL,
        characters INTEGER NOT NULL,
        text TEXT NOT NULL
    )
    """,
    # Holds all the list of articles shows, so that listing reads no texts.
    """
    CREATE INDEX articles_as_listed
        ON articles (listed, id, title, title_key, published_at, source)
    """,
    # `value` is JSON, or NULL where the key was taken away: it would come back to its place.
    """
    CREATE TABLE metadata (
        article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        key TEXT NOT NULL,
        value TEXT,
        PRIMARY KEY (article, key)
    ) WITHOUT ROWID
    """,
    # The words come folded and parted by spaces: `ascii` takes them as they are.
    """
    CREATE VIRTUAL TABLE words USING fts5 (
        word, content = '', detail = none, prefix = '1 2', tokenize = 'ascii'
    )
    """,
)

LAYERS = (
    # `status` is NULL until it is set; the counts spare the list of articles from counting.
    """
    CREATE TABLE layers (
        number INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
        reviewer TEXT NOT NULL,
        status TEXT CHECK (status IN ('new', 'started', 'done', 'locked')),
        curated INTEGER NOT NULL DEFAULT 0,
        annotations INTEGER NOT NULL DEFAULT 0,
        entities INTEGER NOT NULL DEFAULT 0,
        events INTEGER NOT NULL DEFAULT 0,
        UNIQUE (article, reviewer)
    )
    """,
    "CREATE INDEX layers_by_reviewer ON layers (reviewer, article)",
    # `fragments` is JSON, [[start, end], …] in code points, end exclusive; `attributes` an object.
    """
    CREATE TABLE annotations (
        layer INTEGER NOT NULL REFERENCES layers (number) ON DELETE CASCADE,
        id TEXT NOT NULL,
        kind TEXT NOT NULL
            CHECK (kind IN ('entity', 'event', 'relation', 'cluster', 'document')),
        label TEXT NOT NULL,
        rank INTEGER NOT NULL,
        fragments TEXT NOT NULL DEFAULT '[]',
        attributes TEXT NOT NULL DEFAULT '{}',
        note TEXT NOT NULL DEFAULT '',
        origin TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (layer, id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX annotations_by_label ON annotations (kind, label)",
    """
    CREATE TABLE links (
        layer INTEGER NOT NULL,
        source TEXT NOT NULL,
        position INTEGER NOT NULL,
        role TEXT NOT NULL,
        target TEXT NOT NULL,
        PRIMARY KEY (layer, source, position),
        FOREIGN KEY (layer, source) REFERENCES annotations (layer, id)
            ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY (layer, target) REFERENCES annotations (layer, id)
            DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID
    """,
    "CREATE INDEX links_by_target ON links (layer, target)",
)

JOURNAL = (
    # `act`: edit, undo, redo, or import (a baseline). `version` is the form of `payload`.
    """
    CREATE TABLE journal (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        by TEXT NOT NULL,
        act TEXT NOT NULL CHECK (act IN ('edit', 'undo', 'redo', 'import')),
        title TEXT NOT NULL,
        title_values TEXT NOT NULL,
        gesture TEXT NOT NULL,
        undoes INTEGER REFERENCES journal (number),
        version INTEGER NOT NULL,
        payload TEXT NOT NULL
    )
    """,
    # The layers an entry touches; what touches the project as a whole has both empty.
    """
    CREATE TABLE journal_layers (
        article TEXT NOT NULL,
        reviewer TEXT NOT NULL,
        entry INTEGER NOT NULL REFERENCES journal (number) ON DELETE CASCADE,
        PRIMARY KEY (article, reviewer, entry)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX journal_layers_by_entry ON journal_layers (entry)",
    # Which entry took back which.
    """
    CREATE TABLE undone (
        entry INTEGER PRIMARY KEY REFERENCES journal (number),
        undo INTEGER NOT NULL REFERENCES journal (number)
    )
    """,
)

VIEWS = (
    """
    CREATE VIEW annotated AS
    SELECT
        articles.id AS article, layers.reviewer, layers.status, layers.curated,
        annotations.kind, annotations.id, annotations.label,
        (SELECT group_concat(substr(articles.text, json_extract(value, '$[0]') + 1,
             json_extract(value, '$[1]') - json_extract(value, '$[0]')), ' ')
         FROM json_each(annotations.fragments)) AS text,
        json_extract(annotations.fragments, '$[0][0]') AS start,
        json_extract(annotations.fragments, '$[#-1][1]') AS "end",
        annotations.fragments, annotations.attributes, annotations.note, annotations.origin,
        annotations.rank, annotations.layer
    FROM annotations
    JOIN layers ON layers.number = annotations.layer
    JOIN articles ON articles.number = layers.article
    WHERE articles.listed
    """,
    """
    CREATE VIEW entities AS
    SELECT article, reviewer, id, label, text, start, "end", fragments, attributes, note, status
    FROM annotated WHERE kind = 'entity'
    """,
    """
    CREATE VIEW events AS
    SELECT article, reviewer, id, label, text, start, "end", fragments, attributes, note, status
    FROM annotated WHERE kind = 'event'
    """,
    """
    CREATE VIEW arguments AS
    SELECT
        event.article, event.reviewer, event.id AS event, event.label AS event_label,
        event.text AS trigger, links.role, filler.id AS filler, filler.label AS filler_label,
        filler.text, filler.start, filler."end", event.status
    FROM annotated AS event
    JOIN links ON links.layer = event.layer AND links.source = event.id
    JOIN annotated AS filler ON filler.layer = links.layer AND filler.id = links.target
    WHERE event.kind = 'event'
    """,
    """
    CREATE VIEW relations AS
    SELECT
        relation.article, relation.reviewer, relation.id, relation.label,
        source.id AS from_id, source.label AS from_label, source.text AS from_text,
        target.id AS to_id, target.label AS to_label, target.text AS to_text,
        relation.attributes, relation.note, relation.status
    FROM annotated AS relation
    JOIN links AS one ON one.layer = relation.layer AND one.source = relation.id
        AND one.role = 'from'
    JOIN annotated AS source ON source.layer = one.layer AND source.id = one.target
    JOIN links AS other ON other.layer = relation.layer AND other.source = relation.id
        AND other.role = 'to'
    JOIN annotated AS target ON target.layer = other.layer AND target.id = other.target
    WHERE relation.kind = 'relation'
    """,
)
