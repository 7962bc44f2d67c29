import type { FastifyInstance } from 'fastify';
import { openApiDocument } from '../openapi/document.ts';
import { operations } from '../openapi/operations.ts';

/** `GET /api/v1/openapi.json`: what this server speaks, for machines; no credential (an extension). */
export function openApiRoutes(app: FastifyInstance): void {
  let drawn: object | undefined;
  app.get('/api/v1/openapi.json', () => {
    drawn ??= openApiDocument(operations);
    return drawn;
  });
}
