-- CreateTable
CREATE TABLE "content_correction" (
    "row" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "entry" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "before" JSON NOT NULL,
    "base" JSON NOT NULL,
    "after" JSON NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "why" TEXT NOT NULL,
    "undoes" INTEGER,

    CONSTRAINT "content_correction_pkey" PRIMARY KEY ("row")
);

-- CreateIndex
CREATE UNIQUE INDEX "content_correction_kind_entry_field_version_key" ON "content_correction"("kind", "entry", "field", "version");
