-- People of projects are thousands, and those at the desk some dozens: these are read many times a minute, by what they are.
CREATE FUNCTION "staff_roles"("profile" JSON) RETURNS TEXT[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT ARRAY(SELECT json_array_elements_text(profile -> 'roles')) $$;

-- CreateIndex
CREATE INDEX "staff_member_roles_idx" ON "staff_member" USING GIN ("staff_roles"("profile")) WITH (fastupdate = off);
