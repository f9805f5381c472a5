-- Each movement changed the key of its account's balance, and nothing looked an account up by it: debts are reckoned at a day, over all accounts.
alter table rent_account drop key if exists account_by_balance;
