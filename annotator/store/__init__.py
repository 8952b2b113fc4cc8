"""The `.anno` file: schema, migrations, journal, search index. The only place with SQL."""
