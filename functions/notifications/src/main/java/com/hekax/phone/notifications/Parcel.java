package com.hekax.phone.notifications;

import com.hekax.phone.platform.queues.Outgoing;

/** What is to be sent now, and to whom. */
record Parcel(Outgoing outgoing, Receiver receiver) {}
