// Callbacks that do nothing, whatever a surface asks for.
// biome-ignore lint/suspicious/noExplicitAny: it stands for the callbacks of every surface
export const silent: any = new Proxy({}, { get: () => () => {} });
