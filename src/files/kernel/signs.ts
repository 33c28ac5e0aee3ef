export const lineFeed = 10
export const carriageReturn = 13

/** Something that only the general reader can read, or refuse with the right words. */
export class LeftToGeneral extends Error {}

/** The rows of a file were told by their bytes before it was sure that they are many. */
export class ToldTooEarly extends LeftToGeneral {}
