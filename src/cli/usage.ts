export const usage = `Usage: npm run -s pipeline -- COMMAND

  run JOB|SELECTION --out DIR    make what is stale, write the files of the run
  validate --config FILE         check a configuration and its files
  read FILE [--json]             how a file was understood
  read FILE --text --format csv  its cells as text, before typing
  list [--json]                  jobs and assets
  status --out DIR [--json]      what the last run made
  export --out DIR               write the files of the last run again
  export --out DIR --asset KEY[PARTITION] [--format csv|json] [--file F]
  create --preset NAME           a configuration to start from

Files and settings, for run and validate:
  --config FILE   YAML or JSON; paths in it start from its folder
  --sales F  --product-map F  --store-metrics F  --external F (may be repeated)
  --preset NAME   recommended, python-package or production-scripts
  --env NAME      an overlay of the configuration, such as dev or prod
  --set KEY=VALUE a parameter, or a path such as external.max_clusters (may be repeated)
  --workers N     threads; 1 computes in this one. The result does not depend on it
  --json          one JSON object on standard output

A selection is a job, a group or an asset: +key with upstream, key+ with downstream,
key[partition] for one category, several with commas.
Exit codes: 0 done, 1 something failed, 2 bad input or configuration, 3 a blocking check failed.
`
