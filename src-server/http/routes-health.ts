import type { FastifyInstance } from 'fastify';

/** `GET /api/v1/health` (section 5.1, row 11): no credential. */
export function healthRoutes(app: FastifyInstance): void {
  app.get('/api/v1/health', () => ({ status: 'ok', version: '1.0' }));
}
