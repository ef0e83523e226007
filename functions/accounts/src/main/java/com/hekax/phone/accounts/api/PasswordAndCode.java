package com.hekax.phone.accounts.api;

/** Both steps once more, for what weakens them. */
record PasswordAndCode(String password, String code) {}
