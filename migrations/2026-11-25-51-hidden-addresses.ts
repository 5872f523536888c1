import { type Kysely, sql } from 'kysely';

/**
 * Posts that have had addresses which are those of lists by now get others, as new posts of such titles do. Nothing
 * can lead there from the old ones: they are the lists.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    do $$
    declare
      hidden record;
      free text;
    begin
      for hidden in
        select a.site, a.locale, a.slug, a.post from address a
        where a.current and a.slug = any('{category,tag,kind,archive,headlines,contact,search,page,feed,events,opportunities}')
      loop
        select hidden.slug || '-post' || case when n = 1 then '' else '-' || n end into free
        from generate_series(1, 1000) n
        where not exists (
          select from address a where a.site = hidden.site and a.locale = hidden.locale
            and a.slug = hidden.slug || '-post' || case when n = 1 then '' else '-' || n end)
        order by n limit 1;
        delete from address
          where site = hidden.site and locale = hidden.locale and slug = hidden.slug;
        insert into address (site, locale, slug, post, current)
          values (hidden.site, hidden.locale, free, hidden.post, true);
        update text set slug = free
          where post = hidden.post and locale = hidden.locale and slug = hidden.slug;
        update draft set slug = free
          where post = hidden.post and locale = hidden.locale and slug = hidden.slug;
      end loop;
      delete from address
        where slug = any('{category,tag,kind,archive,headlines,contact,search,page,feed,events,opportunities}');
    end $$`.execute(db);
}
