/** Other systems are told what happens: which addresses, what they are told, signed, and tried again until it arrives. */
@NullMarked
package org.throughline.api.webhooks;

import org.jspecify.annotations.NullMarked;
