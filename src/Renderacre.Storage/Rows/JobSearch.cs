using Renderacre.Contracts.Jobs;
using Renderacre.Farm.Time;

namespace Renderacre.Storage.Rows;

/// <summary>Which jobs are looked for; a job is found where all of it holds.</summary>
public sealed record JobSearch
{
    /// <summary>Every job but those that are put away.</summary>
    public static readonly JobSearch Usual = new();

    /// <summary>The states it may be in, or null for any.</summary>
    public IReadOnlyCollection<JobState>? States { get; init; }

    /// <summary>Who it belongs to, or null for anybody.</summary>
    public string? Owner { get; init; }

    /// <summary>Its project, or null for any.</summary>
    public string? Project { get; init; }

    /// <summary>Its queue, or null for any.</summary>
    public string? Queue { get; init; }

    /// <summary>One of its tags, or null for any.</summary>
    public string? Tag { get; init; }

    /// <summary>Part of its name or comment, ASCII letters of any case, or null for any.</summary>
    public string? Text { get; init; }

    /// <summary>When it was submitted at the earliest, or null for any time.</summary>
    public FarmTime? SubmittedFrom { get; init; }

    /// <summary>When it was submitted at the latest, or null for any time.</summary>
    public FarmTime? SubmittedUntil { get; init; }

    /// <summary>Whether it is put away; null for either.</summary>
    public bool? Archived { get; init; } = false;
}
