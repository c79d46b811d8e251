using System.Text;
using System.Text.Json.Nodes;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Hosting;

/// <summary>The table of routes in docs/api.md is made from the OpenAPI document, and that from the routes.</summary>
public sealed class ApiReferenceTests
{
    private const string Begin = "<!-- routes: made from /openapi/v1.json, see ApiReferenceTests -->\n";
    private const string End = "<!-- end of routes -->";

    [Fact]
    public async Task The_table_of_routes_is_that_of_the_openapi_document()
    {
        await using TestController controller = await TestController.StartAsync();
        string made = TableOf(await DocumentAsync(controller));
        string page = await File.ReadAllTextAsync(Path.Combine(Root(), "docs", "api.md"), TestController.Stop);
        int begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = page.IndexOf(End, StringComparison.Ordinal);
        Assert.True(begin >= Begin.Length && end > begin, "docs/api.md has no table of routes between its marks");
        Assert.Equal(made, page[begin..end]);
    }

    [Fact]
    public async Task Every_route_says_what_it_does_and_lists_its_query()
    {
        await using TestController controller = await TestController.StartAsync();
        JsonNode document = await DocumentAsync(controller);
        Assert.All(RoutesOf(document), route => Assert.NotEqual("", route.Summary));
        IEnumerable<string> query = document["paths"]!["/v1/jobs"]!["get"]!["parameters"]!.AsArray()
            .Select(parameter => parameter!["name"]!.ToString());
        string[] wanted =
            ["state", "owner", "project", "queue", "tag", "text", "age", "older", "archived", "after", "limit"];
        Assert.Empty(wanted.Except(query));
    }

    private static async Task<JsonNode> DocumentAsync(TestController controller) =>
        JsonNode.Parse(await controller.Http.GetStringAsync("/openapi/v1.json", TestController.Stop))!;

    private static string TableOf(JsonNode document)
    {
        var table = new StringBuilder("\n| route | |\n| --- | --- |\n");
        foreach ((string path, string method, string summary) in RoutesOf(document))
            table.Append("| ").Append(method).Append(" `").Append(path).Append("` | ").Append(summary).Append(" |\n");
        return table.Append('\n').ToString();
    }

    private static IEnumerable<(string Path, string Method, string Summary)> RoutesOf(JsonNode document) =>
        document["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(method => (
                path.Key, method.Key.ToUpperInvariant(), method.Value!["summary"]?.ToString() ?? "")))
            .OrderBy(route => route.Key, StringComparer.Ordinal).ThenBy(route => route.Item2, StringComparer.Ordinal);

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Renderacre.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the tests run outside the repository");
    }
}
