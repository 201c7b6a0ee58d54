import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * The intent that empties the record of somebody who was forgotten stays until it is written. What was
 * read and decided before they were forgotten finds its row there, so the trigger on new rows does not see
 * it. The erasure is waited for by the trigger before the insert, so its tombstone is known here.
 */
export const erasedIntents: Migration = {
  async up(db) {
    await sql`create function keep_cleared() returns trigger language plpgsql as $$
      begin
        if exists (
          select from portals p join forgotten f on f.portal = p.id
          where p.id = new.portal and f.record_hash =
            record_hash(hmac_block(p.salt, 54), hmac_block(p.salt, 92), new.object, new.id)
        ) then
          new.desired := old.desired;
          new.desired_hash := old.desired_hash;
          new.next_change_at := old.next_change_at;
          new.lane := old.lane;
        end if;
        return new;
      end $$`.execute(db)
    await sql`create trigger keep_cleared before update on intents for each row
      when (new.desired_hash <> old.desired_hash and is_cleared(old.desired)
        and not is_cleared(new.desired))
      execute function keep_cleared()`.execute(db)
  },
}
