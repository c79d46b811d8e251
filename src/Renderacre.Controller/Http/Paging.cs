using Renderacre.Storage.Stores;

namespace Renderacre.Controller.Http;

/// <summary>The <c>limit</c> and <c>after</c> of lists.</summary>
internal static class Paging
{
    /// <summary>Header of a list that was cut: what to pass as <c>after</c> for the rest.</summary>
    public const string NextHeader = "Renderacre-Next";

    /// <summary>Checks a limit.</summary>
    /// <param name="limit">The request's, or null.</param>
    /// <param name="usual">What counts where none is given.</param>
    /// <exception cref="RefusedException">400: out of bounds.</exception>
    public static int Limit(int? limit, int usual) => limit switch
    {
        null => usual,
        >= 1 and <= IFarmQueries.PageMax => limit.Value,
        _ => throw RefusedException.Invalid($"limit: is {limit}; 1 to {IFarmQueries.PageMax} is wanted"),
    };

    /// <summary>The id to go on after; an empty one counts as none.</summary>
    /// <param name="after">The request's, or null.</param>
    public static string? After(string? after) => string.IsNullOrEmpty(after) ? null : after;

    /// <summary>Says where a list that was cut goes on.</summary>
    /// <param name="context">The request.</param>
    /// <param name="next">The id to go on after, or null at the end.</param>
    public static void SetNext(HttpContext context, Guid? next)
    {
        if (next is { } id)
            context.Response.Headers[NextHeader] = id.ToString();
    }
}
