-- CreateTable
CREATE TABLE "team_channel" (
    "conversation" TEXT NOT NULL,
    "queue" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,
    "address" JSON NOT NULL,
    "held_until" TIMESTAMP(3),
    "parking_told_at" TIMESTAMP(3),

    CONSTRAINT "team_channel_pkey" PRIMARY KEY ("conversation")
);

-- CreateTable
CREATE TABLE "team_card" (
    "conversation" TEXT NOT NULL,
    "hand_off" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "edits" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "face" JSON NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "team_card_pkey" PRIMARY KEY ("conversation","hand_off")
);

-- CreateTable
CREATE TABLE "staff_reference" (
    "tenant" TEXT NOT NULL,
    "oid" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "address" JSON NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "staff_reference_pkey" PRIMARY KEY ("tenant","oid")
);
