-- AlterTable
ALTER TABLE "activity" ADD COLUMN     "edits" INTEGER,
ADD COLUMN     "sent_id" TEXT;

-- CreateTable
CREATE TABLE "send_bucket" (
    "bucket" TEXT NOT NULL,
    "tokens" DOUBLE PRECISION NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "send_bucket_pkey" PRIMARY KEY ("bucket")
);

-- CreateTable
CREATE TABLE "mail" (
    "key" TEXT NOT NULL,
    "content" JSON,
    "about" TEXT,
    "at" TIMESTAMP(3) NOT NULL,
    "try_at" TIMESTAMP(3),
    "tries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "send_failure" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "why" TEXT NOT NULL,
    "channel" TEXT,
    "conversation" TEXT,
    "seq" INTEGER,
    "mail" TEXT,
    "about" TEXT,
    "seen_at" TIMESTAMP(3),

    CONSTRAINT "send_failure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "mail_try_at_idx" ON "mail"("try_at");

-- CreateIndex
CREATE INDEX "send_failure_seen_at_at_idx" ON "send_failure"("seen_at", "at");
