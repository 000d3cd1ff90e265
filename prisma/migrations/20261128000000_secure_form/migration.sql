-- What was typed lives for minutes, so nothing is carried over to the new shape.
DELETE FROM "secure_answer";

-- AlterTable
ALTER TABLE "secure_answer" ADD COLUMN     "asked_by" TEXT NOT NULL,
ADD COLUMN     "state" TEXT NOT NULL,
ALTER COLUMN "sealed" DROP NOT NULL;
