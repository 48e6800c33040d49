/** How long a module that does not list its actions is asked again, in seconds: its product may be down for a while. */
export const secondsOfPatience = 900;

/** How long to wait before it is asked again, in seconds. */
export const restOfUnheardSeconds = 60;
