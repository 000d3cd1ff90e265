-- CreateTable
CREATE TABLE "permit_plan" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "rules" TEXT NOT NULL,
    "plan" JSON NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL,
    "changed_at" TIMESTAMP(3) NOT NULL,
    "last_used_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "permit_plan_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "permit_plan_code_key" ON "permit_plan"("code");

-- CreateIndex
CREATE INDEX "permit_plan_last_used_at_idx" ON "permit_plan"("last_used_at");
