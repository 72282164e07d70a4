/** A refusal of the server in its own words (problem+json `detail`), or what kept the answer from arriving. */
export class ApiError extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly title: string,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}
