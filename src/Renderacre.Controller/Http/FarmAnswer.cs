using Renderacre.Farm.Commands;

namespace Renderacre.Controller.Http;

/// <summary>The farm's refusals as the wire's.</summary>
internal static class FarmAnswer
{
    /// <summary>The value of a result.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="result">The result.</param>
    /// <param name="what">What the command was about, such as <c>job</c>.</param>
    /// <param name="id">Its id as the wire has it.</param>
    /// <exception cref="RefusedException">The command was refused.</exception>
    public static T ValueOrRefuse<T>(this FarmResult<T> result, string what, object id) =>
        result.Error is { } error ? throw Refusal(error, what, id) : result.Value;

    /// <summary>A refusal as the wire has it.</summary>
    /// <param name="error">The farm's refusal.</param>
    /// <param name="what">What the command was about.</param>
    /// <param name="id">Its id.</param>
    public static RefusedException Refusal(FarmError error, string what, object id) => new(
        StatusOf(error.Kind),
        error.Kind == FarmErrorKind.NotFound ? $"{what} was not found: {id}" : $"{what} {id}: {error.Message}");

    private static int StatusOf(FarmErrorKind kind) => kind switch
    {
        FarmErrorKind.Invalid => StatusCodes.Status400BadRequest,
        FarmErrorKind.NotFound => StatusCodes.Status404NotFound,
        FarmErrorKind.StateConflict => StatusCodes.Status409Conflict,
        FarmErrorKind.LeaseLost => StatusCodes.Status409Conflict,
        FarmErrorKind.OldIncarnation => StatusCodes.Status409Conflict,
    };
}
