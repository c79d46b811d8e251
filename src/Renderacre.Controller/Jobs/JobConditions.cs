using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Renderacre.Controller.Jobs;

/// <summary>The conditions of a list of jobs as its query has them; all that are given have to hold.</summary>
internal sealed record JobConditions
{
    /// <summary>States.</summary>
    [Description("States, several at commas or the parameter given again.")]
    [FromQuery(Name = "state")]
    public string[]? State { get; init; }

    /// <summary>The owner.</summary>
    [Description("Who the job belongs to.")]
    [FromQuery(Name = "owner")]
    public string? Owner { get; init; }

    /// <summary>The project.</summary>
    [Description("The project that the job counts for.")]
    [FromQuery(Name = "project")]
    public string? Project { get; init; }

    /// <summary>The queue.</summary>
    [Description("The queue that the job waits in.")]
    [FromQuery(Name = "queue")]
    public string? Queue { get; init; }

    /// <summary>A tag.</summary>
    [Description("One of the job's tags.")]
    [FromQuery(Name = "tag")]
    public string? Tag { get; init; }

    /// <summary>A text.</summary>
    [Description("Part of the name or the comment, ASCII letters of any case.")]
    [FromQuery(Name = "text")]
    public string? Text { get; init; }

    /// <summary>An age.</summary>
    [Description("Submitted at most so long ago, such as 90m, 12h, 7d or 2w.")]
    [FromQuery(Name = "age")]
    public string? Age { get; init; }

    /// <summary>An age.</summary>
    [Description("Submitted at least so long ago.")]
    [FromQuery(Name = "older")]
    public string? Older { get; init; }

    /// <summary>Which of the archive.</summary>
    [Description("true for jobs that are put away, all for these too; else they are left out.")]
    [FromQuery(Name = "archived")]
    public string? Archived { get; init; }
}
