-- CreateTable
CREATE TABLE "hand_off" (
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "queue" TEXT NOT NULL,
    "holder" TEXT,
    "term" INTEGER,
    "look_at" TIMESTAMP(3),
    "created_at" TIMESTAMP(3) NOT NULL,
    "changed_at" TIMESTAMP(3) NOT NULL,
    "ended_at" TIMESTAMP(3),
    "version" INTEGER NOT NULL,
    "body" JSON NOT NULL,
    "shown" JSON,

    CONSTRAINT "hand_off_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "promise" (
    "id" TEXT NOT NULL,
    "hand_off" TEXT NOT NULL,
    "queue" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "made_at" TIMESTAMP(3) NOT NULL,
    "due_at" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "promise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "left_contact" (
    "id" TEXT NOT NULL,
    "hand_off" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "name" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "left_contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk_note" (
    "hand_off" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "desk_note_pkey" PRIMARY KEY ("hand_off","key")
);

-- CreateTable
CREATE TABLE "staff_member" (
    "tenant" TEXT NOT NULL,
    "oid" TEXT NOT NULL,
    "profile" JSON NOT NULL,
    "presence" TEXT NOT NULL,
    "heard_at" TIMESTAMP(3),
    "away_since" TIMESTAMP(3),
    "last_taken_at" TIMESTAMP(3),

    CONSTRAINT "staff_member_pkey" PRIMARY KEY ("tenant","oid")
);

-- CreateTable
CREATE TABLE "queue_change" (
    "row" SERIAL NOT NULL,
    "id" TEXT NOT NULL,
    "queue" TEXT NOT NULL,
    "is" TEXT NOT NULL,
    "from_at" TIMESTAMP(3) NOT NULL,
    "until_at" TIMESTAMP(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "queue_change_pkey" PRIMARY KEY ("row")
);

-- CreateTable
CREATE TABLE "queue_notice" (
    "id" TEXT NOT NULL,
    "queue" TEXT,
    "text" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "from_at" TIMESTAMP(3) NOT NULL,
    "until_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "queue_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk_notice" (
    "row" SERIAL NOT NULL,
    "id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "hand_off" TEXT NOT NULL,
    "told_at" TIMESTAMP(3),

    CONSTRAINT "desk_notice_pkey" PRIMARY KEY ("row")
);

-- CreateTable
CREATE TABLE "report" (
    "id" TEXT NOT NULL,
    "hand_off" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "turn" TEXT,
    "service" TEXT,
    "note" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "secure_answer" (
    "id" TEXT NOT NULL,
    "hand_off" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "until_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "secure_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "row" SERIAL NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "by" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSON,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("row")
);

-- CreateTable
CREATE TABLE "desk_memory" (
    "name" TEXT NOT NULL,
    "memory" JSON NOT NULL,
    "calibration" JSON NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "desk_memory_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "hand_off_channel_conversation_idx" ON "hand_off"("channel", "conversation");

-- CreateIndex
-- Of the few only that have not ended: the desk and the clockwork look through them many times a minute.
CREATE INDEX "hand_off_look_at_idx" ON "hand_off"("look_at") WHERE "ended_at" IS NULL;

-- CreateIndex
CREATE INDEX "hand_off_ended_at_idx" ON "hand_off"("ended_at") WHERE "ended_at" IS NOT NULL;

-- CreateIndex
CREATE INDEX "promise_hand_off_idx" ON "promise"("hand_off");

-- CreateIndex
CREATE INDEX "promise_state_due_at_idx" ON "promise"("state", "due_at");

-- CreateIndex
CREATE INDEX "left_contact_hand_off_idx" ON "left_contact"("hand_off");

-- CreateIndex
CREATE UNIQUE INDEX "queue_change_id_key" ON "queue_change"("id");

-- CreateIndex
CREATE INDEX "queue_change_until_at_idx" ON "queue_change"("until_at");

-- CreateIndex
CREATE INDEX "queue_notice_until_at_idx" ON "queue_notice"("until_at");

-- CreateIndex
CREATE UNIQUE INDEX "desk_notice_id_key" ON "desk_notice"("id");

-- CreateIndex
CREATE INDEX "desk_notice_hand_off_idx" ON "desk_notice"("hand_off");

-- CreateIndex
-- Of those that nobody has been told of.
CREATE INDEX "desk_notice_told_at_row_idx" ON "desk_notice"("told_at", "row") WHERE "told_at" IS NULL;

-- CreateIndex
CREATE INDEX "report_at_idx" ON "report"("at");

-- CreateIndex
CREATE INDEX "secure_answer_hand_off_idx" ON "secure_answer"("hand_off");

-- CreateIndex
CREATE INDEX "audit_entry_subject_row_idx" ON "audit_entry"("subject", "row");

-- Chats that are under way are written often: room in the page for it.
ALTER TABLE "hand_off" SET (fillfactor = 70);
