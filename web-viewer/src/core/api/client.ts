import createClient from "openapi-fetch";
import type { components, paths } from "#api";
import { languageTag } from "../text/language.ts";

/** Documents of the API, by the names of the OpenAPI document. */
export type Schema = components["schemas"];
export type Value = boolean | number | string | null;

/** Where the token is kept while the tab lives; the page hands in the browser's session storage. */
export interface TokenStore {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
}

/** A request that was refused or never arrived. The message is for the user, in their language. */
export class ApiError extends Error {
  /**
   * @param status 0 when no answer came
   * @param code of the problem document, `offline` when no answer came
   */
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** What openapi-fetch gives: data or the problem document. */
interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/**
 * The typed client of `/api/v1`. `call` turns a refusal into an {@link ApiError} with the server's own words; `all`
 * walks the pages of a list.
 */
export class Api {
  private readonly client;
  private listener: () => void = () => undefined;

  constructor(
    private readonly tokens: TokenStore,
    options: {
      baseUrl?: string;
      fetch?: (request: Request) => Promise<Response>;
      offline?: () => string;
    } = {},
  ) {
    this.offline = options.offline ?? (() => "offline");
    this.client = createClient<paths>({
      baseUrl: options.baseUrl ?? "/api/v1",
      ...(options.fetch && { fetch: options.fetch }),
    });
    this.client.use({
      onRequest: ({ request }) => {
        const token = this.token;
        if (token) request.headers.set("Authorization", `Bearer ${token}`);
        request.headers.set("Accept-Language", languageTag());
        return request;
      },
    });
  }

  private readonly offline: () => string;

  /** The raw typed client, to be used inside {@link call}: `api.call((c) => c.GET("/campus"))`. */
  async call<T>(request: (client: Api["client"]) => Promise<Answer<T>>): Promise<T> {
    let answer: Answer<T>;
    try {
      answer = await request(this.client);
    } catch {
      throw new ApiError(0, "offline", this.offline());
    }
    if (answer.response.ok) return answer.data as T;
    const problem = (answer.error ?? {}) as Partial<Schema["Problem"]>;
    if (answer.response.status === 401 && this.token) this.end();
    throw new ApiError(
      answer.response.status,
      problem.code ?? "unknown",
      problem.detail ?? `${answer.response.status}`,
    );
  }

  /** Every item of a paged list. */
  async all<T>(
    page: (
      client: Api["client"],
      cursor: string | undefined,
    ) => Promise<Answer<{ items: T[]; next?: string }>>,
  ): Promise<T[]> {
    const items: T[] = [];
    let cursor: string | undefined;
    do {
      const found = await this.call((client) => page(client, cursor));
      items.push(...found.items);
      cursor = found.next;
    } while (cursor);
    return items;
  }

  /** Empty for a visitor. */
  get token(): string {
    return this.tokens.getItem("token") ?? "";
  }

  set token(token: string) {
    if (token) this.tokens.setItem("token", token);
    else this.tokens.removeItem("token");
  }

  /** Called when the server says that the session is over. */
  onSignedOut(listener: () => void): void {
    this.listener = listener;
  }

  private end(): void {
    this.token = "";
    this.listener();
  }
}
