/// The filter language of the Containers page: words, `port:5000`, `label:x=y`, `is:unhealthy`, quotes, "-" for not.
@NullMarked
package io.quayside.desktop.ui.containers.filter;

import org.jspecify.annotations.NullMarked;
