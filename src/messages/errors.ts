/**
 * A failure told to the user: what happened, and what to do about it, both in plain Russian.
 * Rooms subclass it for the failures they know; whatever is not one of these is a fault of ours.
 */
export class UserFacingError extends Error {
  readonly sentence: string;
  readonly remedy: string;

  constructor(sentence: string, remedy: string, options?: ErrorOptions) {
    super(`${sentence} ${remedy}`, options);
    this.name = new.target.name;
    this.sentence = sentence;
    this.remedy = remedy;
  }
}
