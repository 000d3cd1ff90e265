-- CreateTable
CREATE TABLE "conversation" (
    "channel" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "visitor" TEXT,
    "state" JSON,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "keeping" TEXT NOT NULL,
    "started_at" TIMESTAMP(3) NOT NULL,
    "last_message_at" TIMESTAMP(3) NOT NULL,
    "ended_at" TIMESTAMP(3),
    "return_address" JSON,
    "unsent_since" TIMESTAMP(3),
    "lease_until" TIMESTAMP(3),
    "retry_at" TIMESTAMP(3),
    "gone" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("channel","id")
);

-- CreateTable
CREATE TABLE "activity" (
    "channel" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "turn" TEXT NOT NULL,
    "unsent" BOOLEAN NOT NULL,
    "body" JSON NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("channel","conversation","seq")
);

-- CreateTable
CREATE TABLE "turn" (
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "conversation" TEXT,
    "inbound_key" TEXT,
    "inbound_id" TEXT,
    "at" TIMESTAMP(3) NOT NULL,
    "language" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "results" JSON NOT NULL,
    "labels" JSON NOT NULL,
    "content_version" TEXT NOT NULL,
    "index_version" TEXT NOT NULL,
    "milliseconds" INTEGER NOT NULL,
    "first_seq" INTEGER,
    "last_seq" INTEGER,
    "response" JSON,

    CONSTRAINT "turn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "upload" (
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_counter" (
    "bucket" TEXT NOT NULL,
    "seconds" INTEGER NOT NULL,
    "ends_at" TIMESTAMP(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_counter_pkey" PRIMARY KEY ("bucket","seconds","ends_at")
);

-- CreateTable
CREATE TABLE "accepted_entry" (
    "row" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "value" JSON NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "accepted_entry_pkey" PRIMARY KEY ("row")
);

-- CreateTable
CREATE TABLE "setting" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "conversation_visitor_idx" ON "conversation"("visitor");

-- CreateIndex
-- Of the few only that have something to send. An index of all would be chosen for finding one conversation too, as long as the
-- database has not counted its rows (PGlite never does by itself), and every turn would then read all conversations of the channel.
CREATE INDEX "conversation_channel_unsent_since_idx" ON "conversation"("channel", "unsent_since") WHERE "unsent_since" IS NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "activity_channel_conversation_id_key" ON "activity"("channel", "conversation", "id");

-- CreateIndex
CREATE UNIQUE INDEX "turn_channel_conversation_inbound_key_key" ON "turn"("channel", "conversation", "inbound_key");

-- CreateIndex
CREATE INDEX "upload_channel_conversation_idx" ON "upload"("channel", "conversation");

-- CreateIndex
CREATE INDEX "accepted_entry_kind_id_row_idx" ON "accepted_entry"("kind", "id", "row");

-- CreateIndex
CREATE INDEX "accepted_entry_hash_idx" ON "accepted_entry"("hash");

-- Every turn updates its conversation's row: room in the page lets it do so without touching an index.
ALTER TABLE "conversation" SET (fillfactor = 70);
