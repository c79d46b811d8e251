namespace Renderacre.Controller.Http;

/// <summary>
/// A web page can send any text to any address without asking, but not as application/json: the rule that a body has
/// that Content-Type keeps pages of other sites from running commands.
/// </summary>
internal static class JsonContentType
{
    /// <summary>What is wrong with a request's Content-Type.</summary>
    /// <param name="contentType">The header, or null.</param>
    public static string Fault(string? contentType) => contentType is null
        ? "the request has no Content-Type; a JSON body needs 'Content-Type: application/json'"
        : $"the request's Content-Type is '{contentType}'; a JSON body needs 'Content-Type: application/json'";
}
