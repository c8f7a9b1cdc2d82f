"""Entities: name mentions clustered, typed, linked to the registry, and described.

1. `_cluster_names` groups the names in a `_name_index`: kinds by `_type_votes`, entries of the registry told
   apart by `_linking` in the light of the `_article_context`, then `_person_names`, `_metonyms`,
   `_organization_names` and `_aliases`. The result is one `_entity` for each cluster.
2. `_demonym_groups`, `_described_states`, `_office_holders` and `_plural_groups` add entities without names.
3. `_linking` and `_gender` add what the registry, titles and given names tell; `_role_claims` adds what
   titles, appositions and predicates say (`_named_tokens` tells who is named where).
4. `_place_addresses` merges places with what they lie in.
"""
