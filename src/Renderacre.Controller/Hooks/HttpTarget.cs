namespace Renderacre.Controller.Hooks;

/// <summary>An address that is asked over HTTP.</summary>
/// <param name="Url">The address, http or https.</param>
/// <param name="Headers">Headers of the request by name.</param>
/// <param name="IsGet">Whether it is only asked (GET, no body) instead of told the facts (POST, JSON).</param>
internal sealed record HttpTarget(
    Uri Url, IReadOnlyDictionary<string, string> Headers, bool IsGet = false) : HookTarget
{
    /// <summary>Chat services put their tokens into path and query, so these are secrets too.</summary>
    public override IEnumerable<string> Secrets => [.. Headers.Values, Url.AbsoluteUri, Url.PathAndQuery];
}
