package com.hekax.phone.accounts.closing;

/** Rows of one table that were erased. */
public record ErasedRows(String tableName, int rowCount) {}
