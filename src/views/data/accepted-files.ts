/** What the file chooser offers first; the content decides, not the name. */
export const acceptedFiles = '.csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain'
