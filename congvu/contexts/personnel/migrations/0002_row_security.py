"""Every table with people under the scope, and the two questions that must look past a policy to be answered well."""

from django.db import migrations

from congvu.kernel.scope.security import protect_by_person, protect_when

# LIKE is not leakproof, so a policy would keep the trigram index from being used; the function applies the scope
# itself. The words are letters and digits only.
SEARCH = r"""
CREATE FUNCTION personnel_search(words text[], among ltree, most integer)
RETURNS TABLE (person_id bigint) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT p.identity_id
  FROM personnel_person p JOIN scope_personidentity i ON i.id = p.identity_id
  WHERE p.search_key LIKE ALL (SELECT '% ' || w || '%' FROM unnest(words) AS w)
    AND i.path <@ ANY (congvu_scope())
    AND (among IS NULL OR i.path <@ among)
  ORDER BY (SELECT count(*) FROM unnest(words) AS w WHERE p.search_key || ' ' LIKE '% ' || w || ' %') DESC,
           p.sort_key, p.identity_id
  LIMIT most
$$
"""

# A number that belongs to somebody outside the scope must be refused without telling whose it is.
TAKEN = """
CREATE FUNCTION personnel_numbers_taken(numbers text[])
RETURNS TABLE (number text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT p.personnel_number FROM personnel_person p JOIN scope_personidentity i ON i.id = p.identity_id
    WHERE p.personnel_number = ANY (numbers) AND NOT (i.path <@ ANY (congvu_scope()))
  UNION
  SELECT p.citizen_number FROM personnel_person p JOIN scope_personidentity i ON i.id = p.identity_id
    WHERE p.citizen_number = ANY (numbers) AND NOT (i.path <@ ANY (congvu_scope()))
$$
"""

BY_UNIT = """EXISTS (SELECT 1 FROM scope_unitidentity AS place
  WHERE place.id = {table}.unit_id AND place.path <@ ANY ((SELECT congvu_scope())::ltree[]))"""


class Migration(migrations.Migration):
    dependencies = [("personnel", "0001_initial"), ("scope", "0002_row_security")]
    operations = [
        migrations.RunSQL(SEARCH, "DROP FUNCTION personnel_search(text[], ltree, integer)"),
        migrations.RunSQL(TAKEN, "DROP FUNCTION personnel_numbers_taken(text[])"),
        protect_by_person("personnel_person", "identity_id"),
        protect_by_person("personnel_assignment"),
        protect_by_person("personnel_service"),
        protect_by_person("personnel_rankholding"),
        protect_by_person("personnel_partymembership"),
        protect_by_person("personnel_study"),
        protect_when("personnel_studyclass", BY_UNIT.format(table="personnel_studyclass")),
        protect_when("personnel_importbatch", BY_UNIT.format(table="personnel_importbatch")),
    ]
