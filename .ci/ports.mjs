/**
 * One fixed port: another port would be another origin, without the runs saved in the browser.
 * Tests have their own, so that they never meet a page that is open.
 */
export const port = 4173
export const testPort = 4183
/** Of the plain static host in the tests. */
export const staticPort = 4184
export const host = '127.0.0.1'
