/**
 * What reads Parquet, brought only for a Parquet file: with all its decompressors it is as large as
 * the rest of a worker. It imports nothing of ours, so that the page can fetch it ahead under the
 * address from which the workers load it.
 */
export { parquetMetadataAsync, parquetRead, parquetSchema } from 'hyparquet'
export { compressors } from 'hyparquet-compressors'
