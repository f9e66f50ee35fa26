/*
 * Which samples a work-item holds: before the first stage sample q * FIRST_BUTTERFLIES + b of a line, after the last stage the
 * spectral value stored at q * LAST_BUTTERFLIES + b, for its butterflies b = item, item + ITEMS, ...: neighbouring items hold
 * neighbouring samples both ways. BODY may use i (index in the item's registers) and n (index in the line).
 */
#define FIRST_BUTTERFLIES (LENGTH / FIRST_RADIX)
#define LAST_BUTTERFLIES (LENGTH / LAST_RADIX)

#define FOR_BUTTERFLIES(RADIX_, BUTTERFLIES_, line, BODY)                    \
  UNROLL for (int j_ = 0; j_ < ((BUTTERFLIES_) + ITEMS - 1) / ITEMS; j_++) { \
    const uint b_ = (line)->item + j_ * ITEMS;                               \
    if ((BUTTERFLIES_) % ITEMS == 0 || b_ < (BUTTERFLIES_)) {                \
      UNROLL for (int q_ = 0; q_ < RADIX_; q_++) {                           \
        const int i = j_ * RADIX_ + q_;                                      \
        const uint n = q_ * (BUTTERFLIES_) + b_;                             \
        BODY                                                                 \
      }                                                                      \
    }                                                                        \
  }

#define FOR_FIRST(line, BODY) FOR_BUTTERFLIES(FIRST_RADIX, FIRST_BUTTERFLIES, line, BODY)
#define FOR_LAST(line, BODY) FOR_BUTTERFLIES(LAST_RADIX, LAST_BUTTERFLIES, line, BODY)
/*
 * 0 for a number that is not negative, which no compiler knows: tables that are read again from behind it are read again, and do
 * not stay in registers from one use to the next. They are in the first-level cache; what they would take is another group's.
 */
#define AGAIN(number) ((number) >> 31)

#define FORWARD(x, line, roots) JOIN(forward, LAST_STAGE)(x, line, roots)
#define INVERSE(x, line, roots) JOIN(inverse, LAST_STAGE)(x, line, roots)
