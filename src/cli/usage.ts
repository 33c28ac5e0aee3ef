export const usage = `Usage: npm run -s pipeline -- COMMAND

  run JOB|SELECTION --out DIR    make what is stale, write the files of the run and run.log
  validate --config FILE         check a configuration and its files
  read FILE [--json]             how a file was understood
  read FILE --text --format csv  its cells as text, before typing
  list [--json]                  jobs and assets
  status --out DIR [--json]      what the last run made
  export --out DIR [--format csv|xlsx|json|parquet]
                                 write the tables of the last run again, in this format
  export --out DIR --asset KEY[PARTITION] [--format ...] [--file F]
                                 one value; without --file to standard output
  create --preset NAME           a configuration to start from
  score --model FILE --data FILE [--store COLUMN] [--category NAME] [--format ...] [--file F] [--json]
                                 the cluster of every store of a file, new ones too, by a model that
                                 export --asset wrote; --set as for read
  bundle --out DIR --file F      the last run as one zip; --data with its files, named as for run
  bundle --check F [FILE ...]    make the run of a bundle anew: identical, or what differs
  compare DIR_A DIR_B [--why] [--moves FILE] [--workers N] [--json]
                                 what differs between two runs, and which stores moved;
                                 --why puts back one thing at a time to tell why

Files and settings, for run and validate:
  --config FILE   YAML or JSON; paths in it start from its folder
  --sales F  --product-map F  --store-metrics F  --external F (may be repeated)
  --preset NAME   recommended, python-package or production-scripts
  --env NAME      an overlay of the configuration, such as dev or prod
  --set KEY=VALUE a parameter, or a path such as external.max_clusters (may be repeated)
                  ROLE.OPTION=VALUE is how the files of a role are read: sales.decimal=",",
                  store_metrics.types={zip: text}; for read, OPTION=VALUE alone. Options:
                  sheet, encoding, delimiter, quote, escape, skip_lines, has_header, header_rows,
                  end_line, null_tokens, decimal, group, number_formats, types
                  ROLE.columns.NEED=COLUMN names a column of the files of a role, such as
                  sales.columns.value=REV; needs: store, product, category, value, group
  --baseline DIR  for run: carry the cluster ids of the run in DIR on
  --watch         for run: run again when a file changes, one line a run, until Ctrl-C
  --dry-run       for run: what it would make and why, without making it
  --workers N     threads; 1 computes in this one. The result does not depend on it
  --json          one JSON object on standard output

A selection is a job, a group or an asset: +key with upstream, key+ with downstream,
key[partition] for one category, several with commas.
Exit codes: 0 done, 1 something failed, 2 bad input or configuration, 3 a blocking check failed in
some category. With 1 and 3 the files of what did not fail are written.
`
