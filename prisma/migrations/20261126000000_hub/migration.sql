-- CreateTable
CREATE TABLE "hub_hand_off" (
    "hand_off" TEXT NOT NULL,
    "queue" TEXT NOT NULL,
    "news" JSON NOT NULL,
    "failed_at" TIMESTAMP(3),
    "held_until" TIMESTAMP(3),

    CONSTRAINT "hub_hand_off_pkey" PRIMARY KEY ("hand_off")
);

-- CreateTable
CREATE TABLE "hub_heard" (
    "signature" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "hub_heard_pkey" PRIMARY KEY ("signature")
);

-- CreateIndex
CREATE INDEX "hub_heard_at_idx" ON "hub_heard"("at");
