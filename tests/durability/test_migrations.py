"""A catalogue of any released schema that is killed while it is brought to a newer one: old or new, whole, with a backup that holds everything."""

import pytest

from tests.support.durability.migrating import RELEASED
from tests.support.durability.plan import BOTH, spread

pytestmark = pytest.mark.timeout(900)


@pytest.mark.parametrize("plan", BOTH)
@pytest.mark.parametrize("schema", RELEASED)
def test_a_kill_leaves_the_old_schema_or_the_new_one_whole_and_the_backup_before(rounds, verdict, schema, plan):
    number = spread(plan.migrations, RELEASED)[schema]
    operation = f"migrate {schema}"
    verdict(
        "kills at a statement of a migration", rounds.kills_at_statements(operation, number // 2, plan.seed), plan.seed
    )
    verdict(
        "kills at a call or any time of a migration",
        rounds.kills(operation, number - number // 2, plan.seed),
        plan.seed,
    )
