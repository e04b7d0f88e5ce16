"""Search writes its words into the statement, so that the index of their letters is used; namesakes have an index."""

from django.db import migrations, models

# Whole words come first, and mostly suffice. Of beginnings of words no more than the first five hundred by name are
# ranked: whoever types one letter is not answered by sorting a province.
SEARCH = r"""
CREATE OR REPLACE FUNCTION personnel_search(words text[], among ltree, most integer)
RETURNS TABLE (person_id bigint) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  begun text;
  whole text;
  score text;
  seen bigint;
BEGIN
  SELECT string_agg(format('p.search_key LIKE %L', '% ' || w || '%'), ' AND '),
         string_agg(format('p.search_key ~ %L', '\m' || w || '\M'), ' AND '),
         string_agg(format('(p.search_key ~ %L)::int', '\m' || w || '\M'), ' + ')
    INTO begun, whole, score FROM unnest(words) AS w;
  RETURN QUERY EXECUTE format(
    'SELECT p.identity_id FROM personnel_person p JOIN scope_personidentity i ON i.id = p.identity_id
     WHERE %s AND %s AND i.path <@ ANY ($1) AND ($2 IS NULL OR i.path <@ $2)
     ORDER BY p.sort_key, p.identity_id LIMIT $3', begun, whole) USING congvu_scope(), among, most;
  GET DIAGNOSTICS seen = ROW_COUNT;
  IF seen < most THEN
    RETURN QUERY EXECUTE format(
      'SELECT found.id FROM (
         SELECT p.identity_id AS id, p.sort_key, %s AS score
         FROM personnel_person p JOIN scope_personidentity i ON i.id = p.identity_id
         WHERE %s AND NOT (%s) AND i.path <@ ANY ($1) AND ($2 IS NULL OR i.path <@ $2)
         ORDER BY p.sort_key, p.identity_id LIMIT greatest(500, $3)) AS found
       ORDER BY found.score DESC, found.sort_key, found.id LIMIT $3', score, begun, whole)
      USING congvu_scope(), among, most - seen;
  END IF;
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("personnel", "0012_one_person_at_a_time")]
    operations = [
        migrations.RunSQL(SEARCH, migrations.RunSQL.noop),
        migrations.AddIndex("person", models.Index(fields=["search_key", "born_on"], name="person_namesakes")),
    ]
