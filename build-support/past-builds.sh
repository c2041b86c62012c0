# Records of builds as Quayside keeps them, for pictures: past_builds FOLDER HOME.

# ago SECONDS: that time before now, as records have it.
ago() { date -u -d "@$(($(date +%s) - $1))" +%Y-%m-%dT%H:%M:%SZ; }

# at BEGIN TENTHS: so many tenths of a second after a time.
at() { date -u -d "$1 + $((${2} / 10)) seconds" "+%Y-%m-%dT%H:%M:%S.$((${2} % 10))Z"; }

# step ID STAGE NUMBER TOTAL INSTRUCTION AFTER STATE FROM TO: times in tenths of a second from $begun on, empty for none.
step() {
  local begin=null end=null
  [ -z "$8" ] || begin="\"$(at "$begun" "$8")\""
  [ -z "$9" ] || end="\"$(at "$begun" "$9")\""
  printf '{"id":%s,"stage":"%s","number":%s,"total":%s,"instruction":"%s","after":[%s],"state":"%s","begun":%s,"ended":%s,' \
    "$1" "$2" "$3" "$4" "$5" "$6" "$7" "$begin" "$end"
  printf '"failure":null,"output":{"from":0,"to":0,"bytes":0}}'
}

# plain TOTAL CACHED DONE LAST: steps of one stage, the last of them in the state LAST.
plain() {
  local i state from to
  for ((i = 1; i <= $1; i++)); do
    from=$((i * 9)) to=$((i * 9 + 8)) state=NOT_REACHED
    if [ "$i" -le "$2" ]; then state=CACHED; elif [ "$i" -le "$3" ]; then state=DONE; elif [ "$i" = $(($3 + 1)) ]; then state=$4; fi
    [ "$state" != NOT_REACHED ] || from='' to=''
    [ "$i" = 1 ] || printf ','
    step "$i" '' "$i" "$1" "RUN step $i" "$([ "$i" = 1 ] || echo $((i - 1)))" "$state" "$from" "$to"
  done
}

# The multi-stage build of a shop.
shop() {
  step 1 '' 0 0 'load build context' '' DONE 0 21; printf ','
  step 2 deps 1 4 'FROM node:20-bookworm' '' CACHED '' ''; printf ','
  step 3 deps 2 4 'COPY package.json package-lock.json ./' '1,2' DONE 21 24; printf ','
  step 4 deps 3 4 'RUN npm ci' 3 DONE 24 486; printf ','
  step 5 build 1 2 'COPY . .' 4 DONE 486 497; printf ','
  step 6 build 2 2 'RUN npm run build' 5 DONE 497 831; printf ','
  step 7 test 1 1 'RUN npm run test:unit' 5 DONE 497 715; printf ','
  step 8 final 1 5 'FROM node:20-bookworm-slim' '' DONE 3 99; printf ','
  step 9 final 2 5 'WORKDIR /srv' 8 CACHED '' ''; printf ','
  step 10 final 3 5 'RUN adduser --system shop' 9 CACHED '' ''; printf ','
  step 11 final 4 5 'COPY --from=build /app/dist dist' '6,10' DONE 831 853; printf ','
  step 12 final 5 5 'RUN chown shop dist' 11 DONE 853 853; printf ','
  step 13 '' 0 0 'exporting to image' 12 DONE 853 1080
}

# build FOLDER ID SECONDS TENTHS TAG SOURCE OUTCOME SIZE CAUSE STEPS…: a record of a build begun so many seconds ago.
build() {
  local folder=$1/$2 begun size=null line=null
  begun=$(ago "$3")
  [ -z "$8" ] || size=$8
  [ "$7" != FAILED ] || line=6
  mkdir -p -m 700 "$folder"
  echo 'FROM node:20-bookworm' >"$folder/Dockerfile"
  {
    printf '{"version":1,"process":1,"since":null,"build":{"id":"%s","request":{"folder":"file://%s/","dockerfile":"Dockerfile",' "$2" "$6"
    printf '"tags":["%s"],"arguments":{},"target":"","platform":"","labels":{},"network":"","secrets":[],' "$5"
    printf '"noCache":false,"pull":false},"engine":"workshop","builder":"BuildKit","begun":"%s","ended":"%s",' "$begun" "$(at "$begun" "$4")"
    printf '"outcome":"%s","words":"%s","cause":"%s","line":%s,"imageId":null,"imageSize":%s,"platform":"linux/amd64","steps":[' \
      "$7" "$9" "$9" "$line" "$size"
    "${@:10}"
    printf '],"outputBytes":0,"cut":false}}'
  } >"$folder/record.json"
}

past_builds() {
  local all=$1/state/builds code=$2/code/view-count shop=$2/src/shop-api
  local api=registry.example.com/shop/api
  build "$all" six 200 74 view_count:latest "$code" FAILED '' 'ERROR: No matching distribution found for flask==3.1.0' plain 7 4 5 FAILED
  build "$all" five 7400 196 view_count:latest "$code" BUILT 51800000 '' plain 7 4 7 DONE
  build "$all" four 350000 1080 $api:1.9.2 "$shop" BUILT 312000000 '' shop
  build "$all" three 351000 410 $api:1.9.2 "$shop" CANCELLED '' '' plain 12 3 7 STOPPED
  build "$all" two 1040000 1220 $api:1.9.1 "$shop" BUILT 311000000 '' plain 12 0 12 DONE
  build "$all" one 1900000 223 view_count:dev "$code" BUILT 51800000 '' plain 7 0 7 DONE
}
