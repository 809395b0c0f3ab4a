// These packages come without types; the servers here use them as their readmes do.
declare module "cookie-session";
declare module "cors";
declare module "express";
declare module "express-session";
declare module "passport";
declare module "passport-http";
declare module "passport-http-bearer";
declare module "passport-local";
