namespace Renderacre.Farm.Units;

/// <summary>Which units of a job are taken back to pending; at least one kind has to be named.</summary>
public sealed record UnitsToRequeue
{
    /// <summary>Whether those that have failed are.</summary>
    public bool Failed { get; init; }

    /// <summary>Whether those that were cancelled are.</summary>
    public bool Cancelled { get; init; }

    /// <summary>
    /// Units that are taken back where they have succeeded and nothing has become of them since; null names none.
    /// </summary>
    public IReadOnlyList<SucceededUnit>? Succeeded { get; init; }

    /// <summary>The name of the only step that is meant, or null for all.</summary>
    public string? Step { get; init; }
}
