# syntax=docker/dockerfile:1
# docs/guides/deploy.md says how it is run. A test starts the product from exactly the files copied here.

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# No package needs its install script here; the one of `node` would fetch a second Node. Left out as well is
# what nothing reads while it runs: a compiler that is a peer of a package's types, source maps, types, and
# the bundles of echarts for browsers.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
  && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete \
  && rm -rf node_modules/echarts/dist node_modules/typescript node_modules/@typescript

FROM node:24-slim
ENV NODE_ENV=production LEADWELL_DATA_DIR=/data PORT=3000
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY models ./models
COPY sandbox ./sandbox
COPY connectors ./connectors
COPY jobs ./jobs
COPY src ./src
# The program itself is root's and cannot be changed by who runs it.
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
# `HEALTH_PORT` is for workers: what they were given as --monitor-port.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HEALTH_PORT ?? process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "src/main.ts"]
CMD ["start", "--role", "web"]
