"""What the database refuses: to forget or rewrite what was true of a unit, a post or a standard."""

from django.db import migrations

GUARDS = """
CREATE FUNCTION organisations_keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'Không xóa được %: hồ sơ tổ chức chỉ được kết thúc hiệu lực.', TG_TABLE_NAME USING ERRCODE = 'check_violation';
  END IF;
  IF to_jsonb(NEW) - 'valid' IS DISTINCT FROM to_jsonb(OLD) - 'valid' OR lower(NEW.valid) IS DISTINCT FROM lower(OLD.valid) THEN
    RAISE EXCEPTION 'Không sửa được %: hãy kết thúc hiệu lực và lập hồ sơ mới.', TG_TABLE_NAME USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER unitrecord_written_once BEFORE UPDATE OR DELETE ON organisations_unitrecord
  FOR EACH ROW EXECUTE FUNCTION organisations_keep_history();
CREATE TRIGGER post_written_once BEFORE UPDATE OR DELETE ON organisations_post
  FOR EACH ROW EXECUTE FUNCTION organisations_keep_history();
CREATE TRIGGER poststandard_written_once BEFORE UPDATE OR DELETE ON organisations_poststandard
  FOR EACH ROW EXECUTE FUNCTION organisations_keep_history();

CREATE FUNCTION organisations_end_with_unit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ended date;
BEGIN
  SELECT dissolved_on INTO ended FROM organisations_unit WHERE identity_id = NEW.unit_id;
  IF ended IS NOT NULL AND (upper_inf(NEW.valid) OR upper(NEW.valid) > ended) THEN
    RAISE EXCEPTION 'Đơn vị % đã thôi tồn tại từ ngày %; hồ sơ không thể kéo dài quá ngày đó.', NEW.unit_id, to_char(ended, 'DD/MM/YYYY')
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER unitrecord_ends_with_unit BEFORE INSERT OR UPDATE ON organisations_unitrecord
  FOR EACH ROW EXECUTE FUNCTION organisations_end_with_unit();
CREATE TRIGGER post_ends_with_unit BEFORE INSERT OR UPDATE ON organisations_post
  FOR EACH ROW EXECUTE FUNCTION organisations_end_with_unit();
"""

UNDO = """
DROP TRIGGER post_ends_with_unit ON organisations_post;
DROP TRIGGER unitrecord_ends_with_unit ON organisations_unitrecord;
DROP FUNCTION organisations_end_with_unit();
DROP TRIGGER poststandard_written_once ON organisations_poststandard;
DROP TRIGGER post_written_once ON organisations_post;
DROP TRIGGER unitrecord_written_once ON organisations_unitrecord;
DROP FUNCTION organisations_keep_history();
"""


class Migration(migrations.Migration):
    dependencies = [("organisations", "0001_initial")]
    operations = [migrations.RunSQL(GUARDS, UNDO)]
