/** The version of the tables; one that is newer is not touched. */
export const tablesVersion = 1;

/**
 * What the machines share. Names of people stand in no column: keys are pseudonyms, and tasks, answers and pages are
 * sealed with the salt that the states share, which is sealed itself. An answer goes once the coordinator has it.
 */
export const tablesScript = `
  CREATE SCHEMA IF NOT EXISTS target_resources;
  SET LOCAL search_path = target_resources;
  -- The sealed salt, what its key is made with, and what may be spent.
  CREATE TABLE meta (key text PRIMARY KEY, value bytea NOT NULL);
  -- One call of a network's port. It is under way while its lease lasts; lost counts the leases that ran out.
  CREATE TABLE job (
    job text PRIMARY KEY, number bigint GENERATED ALWAYS AS IDENTITY, network text NOT NULL, lane text NOT NULL,
    task bytea NOT NULL, wanted boolean NOT NULL, since timestamptz NOT NULL DEFAULT now(),
    worker uuid, leased_until timestamptz, lost integer NOT NULL DEFAULT 0,
    answer bytea, failed boolean NOT NULL DEFAULT false
  );
  CREATE INDEX job_open ON job (number) WHERE wanted AND answer IS NULL;
  CREATE INDEX job_done ON job (number) WHERE wanted AND answer IS NOT NULL;
  -- A page of a list, also of one that is unfinished: whoever takes it on goes on behind the last one.
  CREATE TABLE page (
    job text REFERENCES job ON DELETE CASCADE, number integer, page bytea NOT NULL, PRIMARY KEY (job, number)
  );
  -- Who works, which networks it can ask, and when it was last heard of.
  CREATE TABLE worker (worker uuid PRIMARY KEY, networks text[] NOT NULL, seen timestamptz NOT NULL DEFAULT now());
  -- What was spent of a network's budget; written before the request leaves.
  CREATE TABLE spending (
    spending uuid PRIMARY KEY, network text NOT NULL, at double precision NOT NULL, amount numeric NOT NULL,
    brought boolean NOT NULL DEFAULT false
  );
  CREATE INDEX spending_by_network ON spending (network, at);
  -- What one token may ask of one class of a host's addresses. Instants are milliseconds of the database's clock.
  -- sent is a ring of the latest requests; the one at taken % size is the oldest.
  CREATE TABLE bucket (
    bucket text PRIMARY KEY, sent double precision[] NOT NULL DEFAULT '{}', taken bigint NOT NULL DEFAULT 0,
    under_way integer NOT NULL DEFAULT 0, told_left integer NOT NULL DEFAULT 0,
    told_until double precision NOT NULL DEFAULT 0, cool_until double precision NOT NULL DEFAULT 0
  );
  CREATE FUNCTION instant() RETURNS double precision LANGUAGE sql VOLATILE
    AS 'SELECT extract(epoch FROM clock_timestamp())::double precision * 1000';
  -- When the next request may go. General paces yield to what the server tells, as they do on one machine.
  CREATE FUNCTION due(b bucket, size integer, requests integer[], spans double precision[], general boolean[])
    RETURNS double precision LANGUAGE sql VOLATILE
    AS $$
      SELECT greatest(
        b.cool_until,
        CASE WHEN b.told_until > target_resources.instant() AND b.told_left <= 0 THEN b.told_until ELSE 0 END,
        (SELECT max(b.sent[((b.taken - pace.requests) % size + 1)::integer] + pace.span)
         FROM unnest(requests, spans, general) AS pace (requests, span, general)
         WHERE b.taken >= pace.requests AND NOT (pace.general AND b.told_until > target_resources.instant()))
      )
    $$;
  INSERT INTO meta VALUES ('version', convert_to('${tablesVersion}', 'UTF8'));
`;
