-- CreateTable
CREATE TABLE "project" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "number_key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "has_ended" BOOLEAN NOT NULL,
    "changed_at" TIMESTAMP(3) NOT NULL,
    "body" JSON NOT NULL,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_summary" (
    "project" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "portfolio" TEXT,
    "profile" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "has_ended" BOOLEAN NOT NULL,
    "light" INTEGER,
    "is_waiting" BOOLEAN NOT NULL,
    "late_after" TEXT,
    "next_point_on" TEXT,
    "people" TEXT[],
    "by_year" JSON NOT NULL,
    "body" JSON NOT NULL,

    CONSTRAINT "project_summary_pkey" PRIMARY KEY ("project")
);

-- CreateTable
CREATE TABLE "project_filing" (
    "project" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "of" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "body" JSON NOT NULL,

    CONSTRAINT "project_filing_pkey" PRIMARY KEY ("project","kind","of","number","revision")
);

-- CreateTable
CREATE TABLE "project_notice" (
    "row" SERIAL NOT NULL,
    "id" TEXT NOT NULL,
    "project" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "effect" JSON NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "put_off_until" TIMESTAMP(3),
    "told_at" TIMESTAMP(3),

    CONSTRAINT "project_notice_pkey" PRIMARY KEY ("row")
);

-- CreateTable
CREATE TABLE "project_key" (
    "project" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "project_key_pkey" PRIMARY KEY ("project","key")
);

-- CreateTable
CREATE TABLE "project_reminder" (
    "project" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "hearer" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "body" JSON NOT NULL,
    "told_at" TIMESTAMP(3),

    CONSTRAINT "project_reminder_pkey" PRIMARY KEY ("project","key")
);

-- CreateTable
CREATE TABLE "project_draft" (
    "person" TEXT NOT NULL,
    "project" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "said" JSON NOT NULL,
    "page" INTEGER NOT NULL,
    "saved_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "project_draft_pkey" PRIMARY KEY ("person","project","kind","about")
);

-- CreateTable
CREATE TABLE "project_frame" (
    "portfolio" TEXT NOT NULL,
    "year" TEXT NOT NULL,
    "frame" BIGINT NOT NULL,

    CONSTRAINT "project_frame_pkey" PRIMARY KEY ("portfolio","year")
);

-- CreateTable
CREATE TABLE "project_card" (
    "project" TEXT NOT NULL,
    "matter" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "person" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "project_card_pkey" PRIMARY KEY ("project","matter","channel","conversation")
);

-- CreateTable
CREATE TABLE "project_place" (
    "project" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,
    "address" JSON NOT NULL,

    CONSTRAINT "project_place_pkey" PRIMARY KEY ("project","conversation")
);

-- CreateTable
CREATE TABLE "project_audit" (
    "project" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "by" TEXT NOT NULL,
    "surface" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "detail" JSON NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "project_audit_pkey" PRIMARY KEY ("project","seq")
);

-- CreateTable
CREATE TABLE "project_chain" (
    "project" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "project_chain_pkey" PRIMARY KEY ("project")
);

-- CreateTable
CREATE TABLE "project_forgotten" (
    "row" SERIAL NOT NULL,
    "project" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "project_forgotten_pkey" PRIMARY KEY ("row")
);

-- CreateIndex
CREATE UNIQUE INDEX "project_number_key_key" ON "project"("number_key");

-- CreateIndex
CREATE INDEX "project_summary_portfolio_idx" ON "project_summary"("portfolio");

-- CreateIndex
CREATE INDEX "project_summary_people_idx" ON "project_summary" USING GIN ("people");

-- CreateIndex
CREATE UNIQUE INDEX "project_notice_id_key" ON "project_notice"("id");

-- CreateIndex
-- Of those that are to be done.
CREATE INDEX "project_notice_told_at_row_idx" ON "project_notice"("told_at", "row") WHERE "told_at" IS NULL;

-- CreateIndex
CREATE INDEX "project_key_at_idx" ON "project_key"("at");

-- CreateIndex
-- Of those that nobody has been told of.
CREATE INDEX "project_reminder_told_at_hearer_idx" ON "project_reminder"("told_at", "hearer") WHERE "told_at" IS NULL;

-- CreateIndex
CREATE INDEX "project_place_conversation_idx" ON "project_place"("conversation");

-- What is only ever added to. The triggers are ENABLE ALWAYS: a session that replays changes is refused too, so a logical replica has to do
-- without them. Only who owns the tables can take them away, and that is a change of the schema, not of data. One function may delete from the
-- audit: the trigger knows it by the call stack, which nobody can write, instead of by a setting, which anybody can. So it is the same on PGlite,
-- where there is one user. The stack's second line has to be that function's statement and nothing else, and its third the function by its
-- whole name, which no other can have.
CREATE FUNCTION "project_record_kept"() RETURNS TRIGGER LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  stack TEXT;
  frames TEXT[];
  parts TEXT[];
  forget TEXT := format(' %I.forget_project_audit(timestamp', tg_table_schema);
BEGIN
  GET DIAGNOSTICS stack = PG_CONTEXT;
  frames := string_to_array(stack, E'\n');
  parts := regexp_split_to_array(frames[2], '["»«”“„]');
  IF tg_op = 'DELETE' AND parts[2:] = ARRAY[format('delete from %I.%I where project = any(gone)', tg_table_schema, tg_table_name), '']
    AND strpos(frames[3], forget) > 0 AND strpos(split_part(frames[3], forget, 1), '"') = 0 THEN
    RETURN old;
  END IF;
  RAISE EXCEPTION '% is only ever added to', tg_table_name USING ERRCODE = 'insufficient_privilege';
END $$;

-- A row follows the last one of its chain, or is refused. The chain's own row, locked by whoever adds, then says where it ends.
CREATE FUNCTION "project_chain_kept"() RETURNS TRIGGER LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  followed INTEGER;
BEGIN
  EXECUTE format('update %I.project_chain set seq = $1, hash = $2 where project = $3 and seq = $1 - 1 and hash = $4', tg_table_schema)
    USING new.seq, new.hash, new.project, new.previous;
  GET DIAGNOSTICS followed = ROW_COUNT;
  IF followed = 0 THEN
    RAISE EXCEPTION 'row % of the chain does not follow its last one', new.seq USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN new;
END $$;

CREATE TRIGGER "project_audit_kept" BEFORE UPDATE OR DELETE ON "project_audit" FOR EACH ROW EXECUTE FUNCTION "project_record_kept"();
CREATE TRIGGER "project_audit_not_emptied" BEFORE TRUNCATE ON "project_audit" FOR EACH STATEMENT EXECUTE FUNCTION "project_record_kept"();
CREATE TRIGGER "project_audit_chained" BEFORE INSERT ON "project_audit" FOR EACH ROW EXECUTE FUNCTION "project_chain_kept"();
CREATE TRIGGER "project_chain_kept" BEFORE DELETE ON "project_chain" FOR EACH ROW EXECUTE FUNCTION "project_record_kept"();
CREATE TRIGGER "project_chain_not_emptied" BEFORE TRUNCATE ON "project_chain" FOR EACH STATEMENT EXECUTE FUNCTION "project_record_kept"();
CREATE TRIGGER "project_filing_kept" BEFORE UPDATE OR DELETE ON "project_filing" FOR EACH ROW EXECUTE FUNCTION "project_record_kept"();
CREATE TRIGGER "project_filing_not_emptied" BEFORE TRUNCATE ON "project_filing" FOR EACH STATEMENT EXECUTE FUNCTION "project_record_kept"();
CREATE TRIGGER "project_forgotten_kept" BEFORE UPDATE OR DELETE ON "project_forgotten" FOR EACH ROW EXECUTE FUNCTION "project_record_kept"();
CREATE TRIGGER "project_forgotten_not_emptied" BEFORE TRUNCATE ON "project_forgotten" FOR EACH STATEMENT EXECUTE FUNCTION "project_record_kept"();

ALTER TABLE "project_audit" ENABLE ALWAYS TRIGGER "project_audit_kept";
ALTER TABLE "project_audit" ENABLE ALWAYS TRIGGER "project_audit_not_emptied";
ALTER TABLE "project_chain" ENABLE ALWAYS TRIGGER "project_chain_kept";
ALTER TABLE "project_chain" ENABLE ALWAYS TRIGGER "project_chain_not_emptied";
ALTER TABLE "project_filing" ENABLE ALWAYS TRIGGER "project_filing_kept";
ALTER TABLE "project_filing" ENABLE ALWAYS TRIGGER "project_filing_not_emptied";
ALTER TABLE "project_forgotten" ENABLE ALWAYS TRIGGER "project_forgotten_kept";
ALTER TABLE "project_forgotten" ENABLE ALWAYS TRIGGER "project_forgotten_not_emptied";

-- The one way that anything leaves the audit: whole chains of projects that have ended (or of what is no project), when nothing has happened for
-- long. What a chain ended with stays, and who has forgotten it. It runs as its owner, so that the app's user needs no right to delete.
DO $made$
BEGIN
  EXECUTE format($function$
    CREATE FUNCTION %1$I.forget_project_audit(before TIMESTAMP, who TEXT, moment TIMESTAMP) RETURNS TABLE (forgotten TEXT, entries INTEGER)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
    DECLARE
      gone TEXT[];
    BEGIN
      IF before > moment - INTERVAL '1 year' THEN
        RAISE EXCEPTION 'what projects did is kept for a year at least' USING ERRCODE = 'insufficient_privilege';
      END IF;
      gone := ARRAY(
        SELECT chain.project FROM %1$I.project_chain chain
        JOIN %1$I.project_audit latest ON latest.project = chain.project AND latest.seq = chain.seq
        LEFT JOIN %1$I.project ON project.id = chain.project
        WHERE coalesce(project.has_ended, true) AND latest.at < before
        ORDER BY chain.project FOR UPDATE OF chain);
      RETURN QUERY
        WITH kept AS (
          INSERT INTO %1$I.project_forgotten (project, seq, hash, by, at)
          SELECT chain.project, chain.seq, chain.hash, who, moment FROM %1$I.project_chain chain WHERE chain.project = ANY (gone)
          RETURNING project_forgotten.project, project_forgotten.seq
        )
        SELECT kept.project, kept.seq FROM kept ORDER BY kept.project;
      delete from %1$I.project_audit where project = any(gone);
      delete from %1$I.project_chain where project = any(gone);
    END $body$ $function$, current_schema());
END $made$;

-- The end of a chain is written at everything that is done or seen: room in the page lets it be so without touching the index.
ALTER TABLE "project_chain" SET (fillfactor = 50);
