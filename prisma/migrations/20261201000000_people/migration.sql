-- AlterTable
ALTER TABLE "staff_member" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "access_request" (
    "tenant" TEXT NOT NULL,
    "oid" TEXT NOT NULL,
    "name" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "access_request_pkey" PRIMARY KEY ("tenant","oid")
);

-- CreateIndex
CREATE INDEX "access_request_at_idx" ON "access_request"("at");
