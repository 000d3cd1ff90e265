-- CreateTable
CREATE TABLE "citizen_there" (
    "hand_off" TEXT NOT NULL,
    "seen_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "citizen_there_pkey" PRIMARY KEY ("hand_off")
);
