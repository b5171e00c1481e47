// A page that the server writes whole: only what stands above its content is ours to move. Its words are in both languages.
import { frame, mark } from "./parts/frame.js";

frame({ go: (address) => location.assign(address), turned: () => {} });
mark(location.pathname);
